import type { ActiveSegmentation, StoredSegmentation } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import { solidSegments, solidText } from "../../speech/candidate.ts";
import { titleOf } from "../../speech/segment-words.ts";
import { says } from "./words.ts";

/** In one line what a candidate would bring: "r5 keeps 4 of your 5 segments; 5 of 6 are solid (now 3 of 5)." */
export function gainLine(run: StoredSegmentation, active: StoredSegmentation, format: Format): string {
  const words = says[format.locale];
  const kept = run.segments.filter(({ key }) => active.segments.some((old) => old.key === key)).length;
  const keeps = words.keeps(format.number(kept), format.number(active.segments.length));
  const solid = solidText(solidSegments(run), format);
  const now = solidSegments(active);
  const proof = now === undefined ? words.proof(solid) : words.proofNow(solid, solidText(now, format));
  return words.gain(`r${run.id}`, keeps, proof);
}

/** What became of the segments in force that do not simply go on. */
export function lineageLines(
  run: StoredSegmentation,
  before: ActiveSegmentation | undefined,
  format: Format,
): readonly string[] {
  const words = says[format.locale];
  const title = (one: ActiveSegmentation | undefined, number: number) => {
    const segment = one?.segments.find((each) => each.number === number);
    return segment === undefined ? String(number) : titleOf(segment, format);
  };
  return (run.metrics.succession?.lineage ?? []).flatMap((each) => {
    if (each.code === "kept") return [];
    if (each.code === "born") return [words.born(title(run, each.to))];
    if (each.code === "retired") return [words.retired(title(before, each.from))];
    return [words[each.code](title(before, each.from), title(run, each.to))];
  });
}
