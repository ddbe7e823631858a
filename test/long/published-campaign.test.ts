import { beforeAll, describe, expect, it, vi } from "vitest";
import { personAt } from "../commands/recluster-on.ts";
import { hasRealData } from "./real-data.ts";
import { candidatesOf, personWith } from "./published.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** The published project's variables without the nineteenth, which is the answer that it was to predict. */
const published = (
  "income mnt_wines mnt_fruits mnt_meat_products mnt_fish_products mnt_sweet_products mnt_gold_prods kidhome teenhome " +
  "num_web_purchases num_catalog_purchases num_store_purchases num_web_visits_month household_size total_amount total_purchases " +
  "average_ticket earlier_campaigns"
).split(" ");

describe.skipIf(!hasRealData)("on the campaign file", () => {
  let person: Awaited<ReturnType<typeof personWith>>;
  beforeAll(async () => {
    person = await personWith("marketing_campaign.csv");
  });

  it("R2 offers two and three segments side by side on 18 variables, and refuses the answer itself", async () => {
    const list = (await person.say("recluster using nothing")).headline;
    expect(list).toContain("I know no feature “nothing”");
    const refused = await person.say(`recluster using ${[...published, "response"].join(",")}`);
    expect(refused.headline).toContain("“response” is an answer to a campaign");

    const reply = await person.say(`recluster k 2 using ${published.join(",")}`);
    expect(reply.outcome).toBe("ok");
    const candidates = candidatesOf(reply);
    expect(candidates.map(({ segments }) => segments.length)).toEqual([2, 3]);
    expect(candidates[0]?.features).toHaveLength(18);
    expect(reply.table?.rows).toHaveLength(3); // those in force, and the two
    const marketer = personAt(person.db, { user: "M", role: "marketer", locale: "pt" });
    expect((await marketer.say(`vote r${candidates[1]?.run}`)).outcome).toBe("ok");
    expect((await person.say(`adopt r${candidates[1]?.run}`)).outcome).toBe("ok");
    expect((await person.say("list")).table?.rows).toHaveLength(3);
    expect((await person.say("rollback")).outcome).toBe("ok");
  });

  it("R1 gives three target groups with names from an autoencoder's codes, which lose less than components", async () => {
    const reply = await person.say("recluster k 3 using all compress autoencoder 2");
    const [first] = candidatesOf(reply);
    const names = first?.segments.map(({ names: { en } }) => en) ?? [];
    expect(new Set(names).size).toBe(3);
    const evidence = first?.evidence;
    if (evidence?.kind !== "compression") throw new Error("a compression shows what it loses");
    expect(evidence.autoencoderError).toBeLessThan(evidence.pcaError);
    expect(reply.paragraphs?.join(" ")).toContain("the one used here loses less");
    expect((await person.say(`adopt r${first?.run}`)).outcome).toBe("ok");
    const why = await person.say("why 5524");
    expect(why.outcome).toBe("ok");
    expect(why.facts?.length).toBeGreaterThan(0);
  });

  it("finds nothing by density among many features, says so, and keeps everything as it is", async () => {
    const before = await person.say("list");
    const reply = await person.say("recluster method dbscan using all");
    expect(reply.outcome).toBe("ok");
    expect(reply.headline).toMatch(/^DBSCAN found nothing usable/u);
    expect(reply.charts?.map(({ spec }) => spec)).toEqual(["neighbor-distance"]);
    const { run } = reply.data as { readonly run: number };
    expect((await person.say(`adopt r${run}`)).headline).toContain("nothing to adopt");
    expect((await person.say("list")).table).toEqual(before.table);
  });
});
