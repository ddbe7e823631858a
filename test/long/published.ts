import { join } from "node:path";
import type { Evidence } from "../../src/analysis/clustering/evidence.ts";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { importFile } from "../../src/jobs/import/import.ts";
import type { Reply } from "../../src/contract/reply.ts";
import { personAt } from "../commands/recluster-on.ts";
import { freshDatabase } from "../database.ts";
import { realData } from "./real-data.ts";

/** Somebody at a base that holds one real file, imported as it is. */
export async function personWith(file: string) {
  const { db } = await freshDatabase();
  const person = personAt(db);
  const context = {
    db,
    actor: person.actor,
    now: new Date("2026-01-01T00:00:00Z"),
    signal: new AbortController().signal,
    report: () => undefined,
    keep: () => undefined,
    ...onThisThread,
  };
  await importFile({ path: join(realData, file) }, context);
  return { ...person, db };
}

/** A candidate as a reply tells it. */
export interface Candidate {
  readonly run: number;
  readonly method: string;
  readonly silhouette: number;
  readonly features: readonly string[];
  readonly evidence?: Evidence;
  readonly segments: readonly {
    readonly number: number;
    readonly customers: number | null;
    readonly names: { readonly en: string };
    readonly verdict: string | null;
  }[];
}

export function candidatesOf(reply: Reply): readonly Candidate[] {
  return (reply.data as unknown as { readonly candidates: readonly Candidate[] }).candidates;
}

/** A measure by number of segments, as the chart shows it. */
export function chartedByK(reply: Reply, order: 1 | 2): ReadonlyMap<number, number> {
  const rows = reply.charts?.find(({ spec }) => spec === "choice-of-k")?.rows ?? [];
  return new Map(
    rows.filter((row) => row["order"] === order).map((row) => [Number(row["k"]), Number(row["value"])]),
  );
}
