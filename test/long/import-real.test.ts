import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { loadPersonalAttributes } from "../../src/db/imports/imports.ts";
import { freshDatabase } from "../database.ts";
import { hasRealData, realData } from "./real-data.ts";
import { counts, emptyBase, findByKey, importInto, loadBase, reportOf } from "../story/import-into.ts";

const campaign = join(realData, "marketing_campaign.csv");
const mall = join(realData, "Mall_Customers.csv");
const retail = join(realData, "online_retail_to_2011-10-31.csv.gz");
const reference = join(realData, "reference", "reference.json");

const { db } = await freshDatabase();
beforeEach(() => emptyBase(db));

/** One row of numbers. */
async function figures(query: ReturnType<typeof sql>): Promise<Record<string, number>> {
  const [row] = await db.execute<Record<string, string>>(query);
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]));
}

describe.skipIf(!hasRealData)("an import of the real files (skipped where they are absent)", () => {
  it("keeps all 2,240 customers of the campaign, number 0 and the 182 look-alikes among them", async () => {
    const record = await importInto(db, campaign);
    expect(reportOf(record)).toMatchObject({ rows: 2240, stored: 2240, rejected: 0, newCustomers: 2240 });
    expect((await findByKey(db, "0"))?.attributes).toMatchObject({ year_birth: 1985, income: 70951 });
    // What is odd in the file is known: each of it is counted here.
    expect(counts(record)).toMatchObject({
      look_alikes: 182,
      "missing_cells Income": 24,
      "outlying_cells Income": 1,
      "implausible_birth Year_Birth": 3,
      "rare_categories Marital_Status": 7,
      "constant_column Z_CostContact": 2240,
      "constant_column Z_Revenue": 2240,
      customers_without_purchase: 4,
      "response_column Response": 1,
    });
  });

  it("keeps the answer to the campaign as history and away from the attributes", async () => {
    await importInto(db, campaign);
    const answered = await figures(sql`select count(*) as asked, count(*) filter (where responded) as answered
      from responses where campaign = 'response'`);
    expect(answered).toEqual({ asked: 2240, answered: 334 }); // 14.91 %
    expect((await findByKey(db, "5524"))?.attributes).not.toHaveProperty("response");
    const past = await figures(
      sql`select count(distinct campaign) as campaigns from responses where campaign like 'cmp%'`,
    );
    expect(past).toEqual({ campaigns: 5 });
  });

  it.each(["mc_semicolon_dmy_slash.csv", "mc_tab_leading_blank_line.csv", "mc_comma_renamed_columns.csv"])(
    "gives the campaign's base from %s too",
    async (name) => {
      await importInto(db, campaign);
      const original = await loadBase(db);
      await emptyBase(db);
      await importInto(db, join(realData, "variants", name));
      expect(await loadBase(db)).toEqual(original);
    },
  );

  it("gives the mall's base from its variant too", async () => {
    await importInto(db, mall);
    const original = await loadBase(db);
    expect(original["1"]).toEqual({ gender: "Male", age: 19, income: 15, spending_score: 39 });
    await emptyBase(db);
    await importInto(db, join(realData, "variants", "mall_genre_x.csv"));
    expect(await loadBase(db)).toEqual(original);
    expect(await loadPersonalAttributes(db)).toEqual([]);
  });

  it("gives the order file's reference table, and says what it did with the anonymous lines", async () => {
    const expected = JSON.parse(readFileSync(reference, "utf8"));
    const record = await importInto(db, retail);
    expect(
      await figures(sql`
        select count(*) as customers, sum(recency) as recency, sum(frequency) as frequency, sum(cents) as cents
        from (select date '2011-11-01' - max(at)::date as recency, count(distinct order_key) as frequency,
                sum(amount_cents) as cents
              from orders where kind = 'purchase' group by customer_id) each`),
    ).toEqual({
      customers: expected.rfm.customers,
      recency: expected.rfm.sum_recency,
      frequency: expected.rfm.sum_frequency,
      cents: Math.round(expected.rfm.sum_monetary * 100),
    });
    expect(reportOf(record)).toMatchObject({ rows: expected.lines, newCustomers: expected.customers });
    expect(counts(record)).toMatchObject({
      anonymous_lines: expected.lines_without_customer,
      cancelled_lines: expected.cancel_lines,
      duplicate_lines: expected.duplicate_lines,
      zero_price_lines: expected.price_zero,
      other_lines: expected.price_negative,
      customers_without_purchase: expected.customers - expected.rfm.customers,
    });
  });

  it("joins the mall's and the campaign's files into one base without doubling what is read in again", async () => {
    await importInto(db, mall);
    await importInto(db, campaign);
    await importInto(db, mall);
    const base =
      await figures(sql`select count(*) as customers, count(*) filter (where attributes ? 'mnt_wines' and
      attributes ? 'spending_score') as both_files from customers`);
    const keys = (path: string, delimiter: string) =>
      readFileSync(path, "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split(delimiter)[0]);
    const both = new Set([...keys(mall, ","), ...keys(campaign, ";")]);
    expect(base).toEqual({ customers: both.size, both_files: 2240 + 200 - both.size });
  });
});
