import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Preview } from "../../../src/sources/file/preview.ts";
import * as files from "../files.ts";
import { readSummary as summaryOf } from "../read-summary.ts";

/** After the newest of the files. */
const day = new Date("2026-12-01T12:00:00Z");
const look = (path: string) => files.look(path, undefined, day);
const readSummary = (path: string) => summaryOf(path, day);
const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The column that a role was given to. */
function columnOf({ mapping }: Preview, role: string): string | undefined {
  return mapping.columns.find((column) => column.role === role)?.header;
}

/** Files that were misread once, made up again; what each holds was counted by hand. */
describe("a file that shops and programs really write", () => {
  it.each([
    ["03_shopify_orders.csv", { people: 2, orders: 2, lines: 4, grossCents: 6_000, returnedCents: 2_500 }],
    ["05_woocommerce_lines.csv", { people: 2, orders: 1, lines: 3, grossCents: 3_000, returnedCents: 0 }],
    ["06_order_status.csv", { people: 2, orders: 2, lines: 4, grossCents: 16_000, returnedCents: 6_000 }],
    ["09_stripe_payments.csv", { people: 2, orders: 3, grossCents: 47_000, returnedCents: 20_000 }],
    ["11_hubspot_deals.csv", { people: 3, orders: 2, lines: 3, grossCents: 300_000, returnedCents: 0 }],
    ["18_trailing_comma_in_rows.csv", { people: 2, orders: 2, lines: 2, grossCents: 21_310 }],
    ["32b_orders_by_email.csv", { people: 20, orders: 60, lines: 60, grossCents: 297_000 }],
    ["t1b_same_file.csv", { people: 1, orders: 1, lines: 2, grossCents: 8_000, returnedCents: 4_000 }],
    ["t7_shopify_orders.csv", { people: 3, orders: 3, grossCents: 14_500, returnedCents: 6_500 }],
    ["t7_status.csv", { people: 6, orders: 4, lines: 7, grossCents: 13_000, returnedCents: 6_000 }],
  ])("%s holds the orders that it holds", async (file, held) => {
    expect(await readSummary(pathOf(file))).toMatchObject({ kind: "orders", ...held });
    expect((await look(pathOf(file))).questions).toEqual([]);
  });

  it.each([
    ["03_shopify_orders.csv", "Email", "Name", "Created at"],
    ["05_woocommerce_lines.csv", "Email (Billing)", "Order Number", "Order Date"],
    ["09_stripe_payments.csv", "Customer ID", "id", "Created (UTC)"],
    ["11_hubspot_deals.csv", "Associated Contact Email", "Deal ID", "Close Date"],
  ])("%s names who, which order and when", async (file, customer, order, at) => {
    const seen = await look(pathOf(file));
    expect(["customer", "order", "at"].map((role) => columnOf(seen, role))).toEqual([customer, order, at]);
  });

  it.each([
    ["08_stripe_customers.csv", "id", { people: 2, orders: 3, grossCents: 37_000, saidNo: 0 }],
    ["13_klaviyo.csv", "Email", { people: 4, orders: 10, grossCents: 10_500, saidNo: 2 }],
    ["14_shopify_customers.csv", "Customer ID", { people: 2, orders: 3, grossCents: 3_750, saidNo: 1 }],
    ["31_card_totals.csv", "CUST_ID", { people: 80, orders: 1_140, grossCents: 1_116_000, saidNo: 0 }],
    ["32a_customers.csv", "customer_id", { people: 60, orders: 0, grossCents: 0, saidNo: 0 }],
    ["t5_klaviyo.csv", "Email", { people: 3, saidNo: 1 }],
    ["t5_shopify_customers.csv", "Customer ID", { people: 2, saidNo: 1 }],
    ["t25_all_optout_column.csv", "email", { people: 80, saidNo: 8 }],
    ["t25b_all_unsub_column.csv", "customer_id", { people: 80, saidNo: 8 }],
  ])("%s holds the people that it holds, and their answer", async (file, customer, held) => {
    expect(columnOf(await look(pathOf(file)), "customer")).toBe(customer);
    expect(await readSummary(pathOf(file))).toMatchObject({ kind: "customers", ...held });
  });

  it.each([
    ["15_mailchimp_unsubscribed.csv", 2],
    ["t4_suppress.csv", 2],
    ["t5_mailchimp_unsubscribed_export.csv", 2],
    ["t14_suppress_mail.csv", 5],
  ])("%s is a list of people to leave alone", async (file, saidNo) => {
    expect((await look(pathOf(file))).questions).toEqual([]);
    expect(await readSummary(pathOf(file))).toMatchObject({ kind: "suppressions", saidNo });
  });

  it("whose text is padded counts the same word once, however it stands there", async () => {
    const { mapping, findings } = await look(pathOf("17_padded_text.tsv"));
    expect(mapping.columns[1]?.samples).toEqual(["Single", "Married"]);
    expect(findings.filter(({ code }) => code === "rare_categories")).toEqual([]);
  });

  it("counts seconds since 1970, and is dated by them", async () => {
    expect(await readSummary(pathOf("22_epoch_events.csv"))).toMatchObject({
      kind: "events",
      people: 5,
      from: "2023-11-14",
      to: "2023-12-13",
    });
  });

  it("holds an outcome, and says how to learn from it", async () => {
    const { findings } = await look(pathOf("25_churn_target.csv"));
    expect(findings).toContainEqual(expect.objectContaining({ code: "outcome_column", column: "Churn" }));
  });
});

describe("a file with two readings", () => {
  const asked = async (file: string) => {
    const { questions } = await look(pathOf(file));
    return questions.map(({ id, choices }) => [id, ...choices.map(({ option }) => option)]);
  };

  it("is asked about with both sums, the likelier first", async () => {
    const { questions } = await look(pathOf("27_thousands_or_decimals.csv"));
    expect(questions).toMatchObject([
      { id: "decimal", choices: [{ option: "decimal=," }, { option: "decimal=." }] },
    ]);
    // 1200 + 2201 + … = 97,190; a thousandth of it, each line rounded to the cent
    expect(questions[0]?.choices.map(({ effect }) => effect)).toEqual([
      expect.stringMatching(/as 1200: 20 orders, 5 people, 97,190\.00/),
      expect.stringMatching(/as 1\.2: 20 orders, 5 people, 97\.20/),
    ]);
  });

  it("names nobody: numbering is offered, and the answer to learn asked for", async () => {
    expect(await asked("24_no_id.csv")).toEqual([
      ["customer", "customer=row"],
      ["outcome", "response=y", "attribute=y"],
    ]);
  });

  it("adds up no currencies", async () => {
    const { questions } = await look(pathOf("t7_currency.csv"));
    expect(questions.map(({ id }) => id)).toEqual(["currency"]);
    expect(questions[0]?.choices.map(({ effect }) => effect)).toEqual([
      expect.stringMatching(/only the lines in EUR: 2 orders, 1 people, 70\.00 EUR/),
      expect.stringMatching(/all amounts are in EUR already: 4 orders, 3 people, 60,370\.00 EUR/),
    ]);
  });
});
