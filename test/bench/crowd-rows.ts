import { join } from "node:path";
import { databaseUrl, openFresh } from "./database.ts";
import { fillSampleShop } from "./sample-shop.ts";
import type { Program, Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const database = "bench_crowd";

/** Two hundred people who ask at once: how long Slack waits for its 200, and a person for the card. */
export function crowdRows({ root }: Scene): readonly Row[] {
  let filling: Promise<void> | undefined;
  async function prepare({ server }: Scene): Promise<void> {
    filling ??= openFresh(server(), database).then(({ close }) => close());
    await filling;
    await fillSampleShop(databaseUrl(server(), database));
  }
  return (["acknowledgement", "card"] as const).flatMap((what) =>
    (["0.5", "0.99"] as const).map((share): Row => {
      const program = (kind: string, address: string): Program => ({
        name: "crowd",
        arguments: [join(root, "dist"), kind, what, share, address],
        isOfWork: true,
      });
      const bolt = what === "card" ? "Bolt with a line" : "Bolt alone";
      return {
        name: `${what} under load, p${100 * Number(share)} of 200 people at once, against ${bolt}`,
        rounds: 3,
        ours: (server) => program("bot", databaseUrl(server(), database)),
        reference: () => program(bolt, ""),
        aim: { agreement: 0, ...(what === "acknowledgement" ? { seconds: 0.1 } : {}) },
        prepare,
      };
    }),
  );
}
