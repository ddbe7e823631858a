import type { Import } from "../../../db/imports/imports.ts";
import type { Format } from "../../../lib/locale.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import type { ColumnMapping, Mapping } from "../../../sources/guess/mapping.ts";
import { roleTexts } from "./role-words.ts";
import { says } from "./words.ts";

/** How the columns of a file were understood. */
export function mapReply(file: Import, format: Format): ReplyBody {
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
export function mappingReply(fileName: string, mapping: Mapping, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  return {
    shows: { cells: mapping.columns.some((column) => !isHidden(column) && column.samples.length > 0) },
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
        isHidden(column) ? words.hidden : column.samples.join(", "),
      ]),
    },
    data: { fileName, mapping },
  };
}

/** Whether the cells of a column are not even shown to who asked. */
function isHidden({ personal, role }: ColumnMapping): boolean {
  return personal || role === "customer";
}

function readAs({ role, name, campaign }: ColumnMapping, { locale }: Format): string {
  if (role === "response") return says[locale].campaign(campaign);
  return role === "attribute" ? `${roleTexts[locale][role]}: ${name}` : roleTexts[locale][role];
}
