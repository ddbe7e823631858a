import type { Import } from "../../../db/imports/imports.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Reply } from "../../../contract/reply.ts";
import type { ColumnMapping, Mapping } from "../../../sources/guess/mapping.ts";
import { roleTexts } from "./role-words.ts";
import { says } from "./words.ts";

/** How the columns of a file were understood. */
export function mapReply(file: Import, format: Format): Reply {
  const { locale } = format;
  const words = says[locale];
  return {
    ...mappingReply(file.fileName, file.mapping as Mapping, format),
    caveat: words.mapCaveat,
    actions: [{ label: words.check, line: `data check f${file.id}` }],
    data: { file: file.id, fileName: file.fileName, mapping: file.mapping },
  };
}

/** The columns of a file with what each was read as, how sure that is, and samples that are nobody's own. */
export function mappingReply(fileName: string, mapping: Mapping, format: Format): Reply {
  const { locale } = format;
  const words = says[locale];
  return {
    locale,
    outcome: "ok",
    privacy: "totals",
    headline: words.mapHeadline(fileName, words.kinds[mapping.kind]),
    table: {
      columns: [
        { label: words.column, align: "left" },
        { label: words.readAs, align: "left" },
        { label: words.sure, align: "right" },
        { label: words.samples, align: "left" },
      ],
      rows: mapping.columns.map((column) => [
        column.header,
        readAs(column, format),
        format.percent(column.confidence, 0),
        column.personal || column.role === "customer" ? words.hidden : column.samples.join(", "),
      ]),
    },
    data: { fileName, mapping },
  };
}

function readAs({ role, name, campaign }: ColumnMapping, { locale }: Format): string {
  if (role === "response") return says[locale].campaign(campaign);
  return role === "attribute" ? `${roleTexts[locale][role]}: ${name}` : roleTexts[locale][role];
}
