import { readFileSync } from "node:fs";
import type { Actor } from "../../src/contract/actor.ts";
import type { Chart, Reply } from "../../src/contract/reply.ts";

const example = JSON.parse(
  readFileSync(new URL("../../charts/examples/segment-sizes.json", import.meta.url), "utf8"),
) as { readonly rows: Chart["rows"]; readonly words: { readonly en: Chart["words"] } };

/** A picture that can really be drawn. */
export const chart: Chart = {
  spec: "segment-sizes",
  rows: example.rows,
  words: example.words.en,
  altText: "Segment 2 is the largest",
};

const list = {
  name: "segment-2.csv",
  title: "Segment 2",
  source: { kind: "segment" as const, segmentId: 2, columns: ["id", "segment"] },
  rows: 2,
};

/** What the commands would answer, by the beginning of the line. */
const table: Readonly<Record<string, Partial<Reply>>> = {
  "profile 2": {
    headline: "Loyal families (2) are 18 % of customers and 41 % of sales",
    facts: [{ label: "Customers", value: "402", comparison: "18 % of all" }],
    charts: [chart],
    actions: [{ label: "Export", line: "export 2" }],
    footer: ["data as of 31 Oct 2011"],
  },
  "profile 3": {
    headline: "Bargain hunters (3) are 30 % of customers",
    facts: [{ label: "Customers", value: "670" }],
  },
  "export 2": {
    headline: "402 customers of Loyal families",
    privacy: "people",
    files: [{ ...list, personal: false }],
  },
  "export 2 columns name": {
    headline: "402 customers of Loyal families",
    privacy: "people",
    files: [{ ...list, personal: true }],
  },
  "customer ann@shop.test": { headline: "Ann is in Loyal families (2)", privacy: "person" },
  "why ann@shop.test": { headline: "Ann: because of her orders", privacy: "person", charts: [chart] },
  rename: {
    headline: "What should segment 2 be called?",
    form: {
      title: "Rename segment 2",
      submit: "Save",
      line: "rename 2",
      fields: [
        { name: "", label: "Name", kind: "text" },
        { name: "like", label: "Like segment", kind: "segment", optional: true },
      ],
    },
  },
  recluster: { headline: "I am looking for segments", job: { id: 7, task: "recluster" } },
  "data import file:1": {
    headline: "orders.csv: 2 columns understood",
    actions: [{ label: "Confirm", line: "data import 1" }],
  },
};

/** The answer to a line; longest beginning first, so that a longer line is not taken for its shorter sister. */
export function answers(line: string, actor: Actor): Reply {
  const base = { locale: actor.locale, outcome: "ok", privacy: "totals", data: {} } as const;
  if (line === "rename 2 VIP" || line === 'rename 2 "Best friends"')
    return { ...base, headline: "Segment 2 has a new name" };
  if (line.startsWith("rename 2 "))
    return { ...base, outcome: "mistake", headline: "A name needs at least three letters." };
  const found = table[line];
  if (found !== undefined) return { ...base, headline: line, ...found };
  if (line === "slow") throw new Error("not a line of this table");
  const known = ["status", "list", "jobs", "settings", "help"].includes(line);
  return known
    ? { ...base, headline: `${line} (${actor.locale})`, actions: [{ label: "Profile 2", line: "profile 2" }] }
    : { ...base, outcome: "mistake", headline: `I do not know "${line}".` };
}
