import type { SegmentStability } from "../../analysis/clustering/stability.ts";
import { mayActAs } from "../../contract/actor.ts";
import { loadSegmentation, type StoredSegmentation } from "../../db/segmentations/segmentations.ts";
import { UserError } from "../../contract/errors.ts";
import type { Format } from "../../lib/locale.ts";
import type { Action } from "../../contract/reply.ts";
import { candidateSays } from "./candidate-words.ts";
import type { CommandContext } from "../grammar/command.ts";
import type { Words } from "../grammar/words-reader.ts";

/** Takes `r3`. */
export function takeRun(words: Words): number {
  const word = words.take();
  const says = candidateSays[words.locale];
  if (word === undefined) throw words.missing(says.whichRun);
  const number = /^r(\d{1,9})$/u.exec(word.folded)?.[1];
  if (number === undefined) throw new UserError(says.notARun(word.text), { hint: words.about.examples[0] });
  return Number(number);
}

/**
 * The segmentation with this id.
 *
 * @throws {UserError} When there is none, or it was thrown away.
 */
export async function requireRun(id: number, { db, locale }: CommandContext): Promise<StoredSegmentation> {
  const found = await loadSegmentation(db, id);
  if (found !== undefined) return found;
  const says = candidateSays[locale];
  throw new UserError(says.noSuchRun(`r${id}`), { actions: [{ label: says.lookAll, line: "look" }] });
}

/** What may be done with a candidate, by whoever may. */
export function decisions(id: number, { actor, locale }: CommandContext): readonly Action[] {
  const says = candidateSays[locale];
  const adopt = {
    label: says.adopt(`r${id}`),
    line: `adopt r${id}`,
    style: "primary",
    confirm: says.adoptConfirm,
  } as const;
  return [
    { label: says.vote(`r${id}`), line: `vote r${id}` },
    ...(mayActAs(actor.role, "analyst") ? [adopt] : []),
  ];
}

/** How many of its segments are solid; undefined where nothing was proven. */
export function solidSegments({ metrics, segments }: StoredSegmentation): SolidCount | undefined {
  if (metrics.stability === undefined) return undefined;
  const solid = metrics.stability.filter(({ verdict }) => verdict === "solid").length;
  return { solid, segments: segments.length };
}

/** "96%, solid": how much of a segment comes back when the customers are drawn anew, and whether that is enough. */
export function verdictText({ jaccard, verdict }: SegmentStability, format: Format): string {
  return `${format.percent(jaccard, 0)}, ${candidateSays[format.locale].verdicts[verdict]}`;
}

/** Solid segments among all. */
export interface SolidCount {
  readonly solid: number;
  readonly segments: number;
}

/** "3 of 4 solid". */
export function solidText(count: SolidCount | undefined, format: Format): string {
  const says = candidateSays[format.locale];
  if (count === undefined) return says.notProven;
  return says.solidOf(format.number(count.solid), format.number(count.segments));
}
