import type { Day } from "../../../lib/day.ts";
import type { AudienceCount } from "../../../db/campaigns/audiences.ts";
import type { Movers } from "../../../db/moves/movers.ts";
import { UserError } from "../../../contract/errors.ts";
import type { Format } from "../../../lib/locale.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import type { Action, JsonObject, ReplyBody } from "../../../contract/reply.ts";
import { fold } from "../../grammar/spelling.ts";
import { formatPeople } from "../../speech/segment-words.ts";
import { moversSays } from "./movers-words.ts";
import { says } from "./words.ts";

interface FileFacts {
  readonly columns: readonly string[];
  readonly personal: boolean;
  /** The day of the data, for the file's name. */
  readonly asOf: Day;
}

const mostColumns = 8;

/** A list of people as it is called and found. */
export interface ExportList {
  readonly title: string;
  /** In the reader's words; letters, digits and signs of any kind. */
  readonly fileName: string;
  readonly source:
    | { readonly kind: "segment"; readonly segmentId: number }
    | { readonly kind: "plan"; readonly planId: number }
    | Movers;
  /** Where the list came from. */
  readonly back: Action;
  readonly data: JsonObject;
}

/**
 * A list as a file; its rows are read when an edge streams them.
 *
 * @throws {UserError} When nobody in the list may be contacted.
 */
export function exportReply(
  list: ExportList,
  audience: AudienceCount,
  file: FileFacts,
  format: Format,
): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const { title, back } = list;
  const speaks = list.source.kind === "movers" ? moversSays[locale] : words;
  if (audience.contactable === 0) throw new UserError(speaks.nobody(title), { actions: [back] });
  const { unknown } = audience;
  return {
    headline: speaks.headline(format.number(audience.contactable), title),
    facts: [
      { label: words.columns, value: listColumns(file.columns, format) },
      { label: words.leftOut, value: leftOut(audience, format) },
    ],
    files: [
      {
        name: fileName(list.fileName, file.asOf),
        title: list.source.kind === "movers" ? title : words.title(title),
        source: { ...list.source, columns: file.columns },
        rows: audience.contactable,
        personal: file.personal,
      },
    ],
    ...(file.personal ? { caveat: words.personal } : {}),
    actions: [back],
    footer: unknown === 0 ? [] : [words.unknownConsent(formatPeople(unknown, format))],
    data: {
      ...list.data,
      ...audienceData(audience),
      columns: file.columns,
      personal: file.personal,
    },
  };
}

/** As many as a glance takes in; the file's first line has them all. */
function listColumns(columns: readonly string[], format: Format): string {
  if (columns.length <= mostColumns) return columns.join(", ");
  const shown = columns.slice(0, mostColumns - 1);
  return format.list([...shown, says[format.locale].more(format.number(columns.length - shown.length))]);
}

function audienceData({ contactable, refused, bounced, suppressed, unasked, unknown }: AudienceCount) {
  return {
    customers: contactable,
    refused: shown(refused),
    bounced: shown(bounced),
    suppressed: shown(suppressed),
    unasked: shown(unasked),
    unknownConsent: shown(unknown),
  };
}

function shown(people: number): number | null {
  return isSmallCell(people) ? null : people;
}

/** Who was left out, reason by reason. */
function leftOut({ refused, bounced, suppressed, unasked }: AudienceCount, format: Format): string {
  const words = says[format.locale];
  const reasons = [
    ...(refused === 0 ? [] : [words.refused(formatPeople(refused, format))]),
    ...(bounced === 0 ? [] : [words.bounced(formatPeople(bounced, format))]),
    ...(suppressed === 0 ? [] : [words.suppressed(formatPeople(suppressed, format))]),
    ...(unasked === 0 ? [] : [words.unasked(formatPeople(unasked, format))]),
  ];
  return reasons.length === 0 ? words.nobodyLeftOut : format.list(reasons);
}

/** Letters and digits of every system: `segment-2-loyal-families-2011-11-01.csv`. */
function fileName(title: string, asOf: Day): string {
  const name = fold(title)
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, 50)
    .replaceAll(/^-+|-+$/gu, "");
  return `${name}-${asOf}.csv`;
}
