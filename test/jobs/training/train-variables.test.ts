import { describe, expect, it } from "vitest";
import { planFeatures } from "../../../src/analysis/features/plan.ts";
import { type Campaign, loadCampaigns } from "../../../src/db/campaigns/response-models.ts";
import { customers, responses } from "../../../src/db/schema/index.ts";
import { pickVariables, plannedFor } from "../../../src/jobs/training/train-variables.ts";
import { freshDatabase } from "../../database.ts";

/** Two flags of past campaigns, an income, and the answers to campaigns. */
function planOf(campaigns: readonly Campaign[]) {
  const number = { filled: 1, distinct: 40, whole: true, latest: null, levels: [] };
  const flag = { ...number, kind: "flag", distinct: 2, smallest: 0, largest: 1 } as const;
  const facts = {
    lastDay: null,
    orders: undefined,
    events: [],
    responses: true,
    ...(campaigns[1] && campaigns[0] && { latestCampaign: campaigns[0].name }),
    attributes: [
      { ...flag, name: "accepted_cmp1" },
      { ...flag, name: "accepted_cmp2" },
      { ...number, name: "income", kind: "number", smallest: 1_000, largest: 90_000 } as const,
    ],
  };
  return plannedFor(planFeatures(facts, "2014-07-01"), campaigns);
}

const namesOf = (campaigns: readonly Campaign[]) => planOf(campaigns).map(({ feature }) => feature.name);

function campaign(name: string, other: Partial<Campaign> = {}): Campaign {
  return { name, day: null, asked: 100, answered: 40, attribute: null, ...other };
}

const past = [
  campaign("cmp2", { attribute: "accepted_cmp2" }),
  campaign("cmp1", { attribute: "accepted_cmp1" }),
];

describe("the features that teach a model", () => {
  it("hold past campaigns and their count, and never the answer itself, where the file says what was before", () => {
    expect(namesOf([campaign("response"), ...past])).toEqual([
      "total_accepted",
      "accepted_cmp1",
      "accepted_cmp2",
      "income",
      "earlier_campaigns",
    ]);
  });

  it("leave out the column in which the latest campaign's own answer stands, and totals with it", () => {
    expect(namesOf(past)).toEqual(["accepted_cmp1", "income", "earlier_campaigns"]);
  });

  it("count no campaign that may have come later: two without a date, and nothing to tell them apart", () => {
    expect(namesOf([campaign("spring"), campaign("autumn")])).not.toContain("earlier_campaigns");
  });

  it("count all campaigns before the day of one with a date", () => {
    const names = namesOf([campaign("may", { day: "2014-05-01" }), campaign("april", { day: "2014-04-01" })]);
    expect(names).toContain("campaigns_answered");
    expect(names).not.toContain("earlier_campaigns");
  });
});

describe("variables that a person names", () => {
  const planned = planOf([campaign("response"), ...past]);

  it("are found by name and by label in any language", () => {
    const picked = pickVariables(planned, ["Earlier campaigns answered", "RENDA", "income"], "pt");
    expect(picked.map(({ name }) => name)).toEqual(["earlier_campaigns", "income"]);
  });

  it("are refused by name when one is not known, instead of training on the others", () => {
    expect(() => pickVariables(planned, ["income", "shoe_size"], "es")).toThrow(
      /«shoe_size».*total_accepted, accepted_cmp1/u,
    );
  });
});

it("takes the latest campaign by date, else the one that is no history, else the highest number", async () => {
  const { db } = await freshDatabase();
  const attributes = { accepted_cmp9: false, accepted_cmp10: true };
  const [customer] = await db
    .insert(customers)
    .values({ key: "1", attributes, consent: "unknown" })
    .returning({ id: customers.customerId });
  const names = ["cmp9", "cmp10", "answer"];
  const answer = (name: string) => ({ customerId: customer?.id ?? 0, campaign: name, responded: true });
  await db.insert(responses).values(names.map(answer));
  expect((await loadCampaigns(db)).map(({ name }) => name)).toEqual(["answer", "cmp10", "cmp9"]);
  await db.insert(responses).values({ ...answer("a dated one"), at: new Date("2014-05-01T00:00:00Z") });
  expect((await loadCampaigns(db))[0]).toEqual(
    campaign("a dated one", { day: "2014-05-01", asked: 1, answered: 1 }),
  );
});
