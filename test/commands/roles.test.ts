import { beforeAll, describe, expect, it } from "vitest";
import { createAnswer } from "../../src/commands/answer.ts";
import { findOrFoundRole, findRole } from "../../src/db/team/roles.ts";
import type { Db } from "../../src/db/connection/connect.ts";
import { createLog } from "../../src/lib/log.ts";
import type { Reply } from "../../src/contract/reply.ts";
import { freshDatabase } from "../database.ts";

const ada = { user: "U0ADA", role: "admin", locale: "en", timeZone: "UTC" } as const;

describe("roles and channels", () => {
  let db: Db;
  let say: (line: string) => Promise<Reply>;
  beforeAll(async () => {
    ({ db } = await freshDatabase());
    const answer = createAnswer({
      db,
      log: createLog(() => undefined),
      currency: "EUR",
      clock: () => new Date(),
    });
    say = (line) => answer(line, ada);
  });

  it("make an admin of one of several who ask first at once", async () => {
    const users = ["U0ADA", "U0ANA", "U0JOAO", "U0MARY"];
    const roles = await Promise.all(users.map((user) => findOrFoundRole(db, user)));
    expect(roles.filter((role) => role === "admin")).toHaveLength(1);
    expect(roles.filter((role) => role === "marketer")).toHaveLength(3);
  });

  it("are given to whoever is mentioned, in any language", async () => {
    expect((await say("roles <@U0LEO|leo> analista")).headline).toBe("U0LEO is now analyst.");
    expect(await findRole(db, "U0LEO")).toBe("analyst");
    expect((await say("roles")).table?.rows.map(([user, role]) => [user, role])).toContainEqual([
      "U0LEO",
      "analyst",
    ]);
  });

  it("are not given to a name, nor under a name that is no role", async () => {
    expect((await say("roles mary analyst")).headline).toContain("I do not know who “mary” is");
    expect((await say("roles <@U0MARY> king")).headline).toContain("“king” is no role");
  });

  it("always leave one admin", async () => {
    const { data } = await say("roles");
    const admin = (data["roles"] as readonly { user: string; role: string }[]).find(
      ({ role }) => role === "admin",
    );
    expect((await say(`roles <@${admin?.user}> viewer`)).outcome).toBe("mistake");
    expect(await findRole(db, admin?.user ?? "")).toBe("admin");
  });

  it("close a channel to lists and open it again", async () => {
    expect((await say("channels close <#C0GENERAL|general>")).data).toEqual({
      channel: "C0GENERAL",
      closed: true,
    });
    expect((await say("canales")).data).toEqual({ closed: ["C0GENERAL"] });
    await say("canales abrir <#C0GENERAL>");
    expect((await say("channels")).data).toEqual({ closed: [] });
  });

  it("say which word of the line means nothing", async () => {
    expect((await say("channels paint <#C0GENERAL>")).headline).toContain("paint");
  });
});
