import type { CliCommand } from "./deed.ts";
import type { ShopFiles } from "./shop.ts";

/** A row of the table: a command under the name that a person knows it by. */
export interface Step {
  readonly name: string;
  readonly deed: CliCommand;
  /** What it goes through, for a speed. */
  readonly rows: { readonly of: "customers" | "order lines"; readonly count: number };
}

/** A shop's life, from its files to a Monday's digest, in the order in which it happens. */
export function lifeOf({ customers, orders, week }: ShopFiles): readonly Step[] {
  const everyone = { of: "customers", count: customers.rows } as const;
  const read = (name: string, path: string, rows: Step["rows"]): Step => ({
    name,
    deed: { kind: "read", path },
    rows,
  });
  const say = (line: string, name = line): Step => ({ name, deed: { kind: "say", line }, rows: everyone });
  return [
    read("import customers", customers.path, everyone),
    read("import order lines", orders.path, { of: "order lines", count: orders.rows }),
    { name: "first segments", deed: { kind: "segment" }, rows: everyone },
    { name: "the same again", deed: { kind: "segment" }, rows: everyone },
    say("model retrain", "train, and score everyone"),
    { name: "import of the next week", deed: { kind: "import", path: week.path }, rows: everyone },
    say("list"),
    say("profile 2"),
    say("profile 2 by recency"),
    say("compare 1 2"),
    say("map"),
    say("moves"),
    say("digest now"),
    say("customer c12"),
    say("why c12"),
    say("club"),
    say("model scores"),
    say("target balanced"),
    say("export p1", "export of a plan"),
    say("export 2", "export of a segment"),
    say("export movers"),
    say("recluster"),
    say("data check"),
  ];
}
