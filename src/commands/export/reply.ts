import type { AudienceCount } from "../../db/audiences.ts";
import type { Segment } from "../../db/segmentations.ts";
import { UserError } from "../../errors.ts";
import type { Format } from "../../locale.ts";
import { isSmallCell } from "../../privacy.ts";
import type { Reply } from "../../reply.ts";
import { nameOf } from "../segment-reader.ts";
import { fold } from "../spelling.ts";
import { formatPeople, titleOf } from "../segment-words.ts";
import { says } from "./words.ts";

interface FileFacts {
  readonly columns: readonly string[];
  readonly personal: boolean;
  /** The day of the data, for the file's name. */
  readonly asOf: string;
}

/**
 * A segment's list as a file; its rows are read when an edge streams them.
 *
 * @throws {UserError} When nobody in the segment may be contacted.
 */
export function exportReply(
  segment: Segment,
  audience: AudienceCount,
  file: FileFacts,
  format: Format,
): Reply {
  const { locale } = format;
  const words = says[locale];
  const title = titleOf(segment, format);
  const profile = { label: words.profile, line: `profile ${segment.number}` };
  if (audience.contactable === 0) throw new UserError(words.nobody(title), { actions: [profile] });
  const { unknown } = audience;
  return {
    locale,
    outcome: "ok",
    privacy: "people",
    headline: words.headline(format.number(audience.contactable), title),
    facts: [
      { label: words.columns, value: file.columns.join(", ") },
      { label: words.leftOut, value: leftOut(audience, format) },
    ],
    files: [
      {
        name: fileName(segment, file.asOf, format),
        title: words.title(title),
        source: { kind: "segment", segmentId: segment.id, columns: file.columns },
        rows: audience.contactable,
        personal: file.personal,
      },
    ],
    ...(file.personal ? { caveat: words.personal } : {}),
    actions: [profile],
    footer: unknown === 0 ? [] : [words.unknownConsent(formatPeople(unknown, format))],
    data: {
      number: segment.number,
      customers: audience.contactable,
      refused: shown(audience.refused),
      suppressed: shown(audience.suppressed),
      unknownConsent: shown(unknown),
      columns: file.columns,
      personal: file.personal,
    },
  };
}

function shown(people: number): number | null {
  return isSmallCell(people) ? null : people;
}

function leftOut({ refused, suppressed }: AudienceCount, format: Format): string {
  const words = says[format.locale];
  const reasons = [
    ...(refused === 0 ? [] : [words.refused(formatPeople(refused, format))]),
    ...(suppressed === 0 ? [] : [words.suppressed(formatPeople(suppressed, format))]),
  ];
  return reasons.length === 0 ? words.nobodyLeftOut : format.list(reasons);
}

/** Letters and digits of every system: `segment-2-loyal-families-2011-11-01.csv`. */
function fileName(segment: Segment, asOf: string, { locale }: Format): string {
  const name = fold(nameOf(segment, locale))
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, 40);
  const parts = [says[locale].fileName, String(segment.number), name, asOf];
  return `${parts
    .filter((part) => part !== "")
    .join("-")
    .replaceAll(/-{2,}/gu, "-")}.csv`;
}
