import type { Import } from "../../../db/imports/imports.ts";
import type { Format } from "../../../lib/locale.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { says } from "./words.ts";

/** The columns of a file of rejects. */
export const rejectColumns = ["line", "reason", "column", "row"] as const;

/** The rows that could not be read, as a file; they stand there as they came, names and addresses included. */
export function rejectsReply(file: Import, count: number, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const actions = [{ label: words.check, line: `data check f${file.id}` }];
  const data = { file: file.id, rejects: count };
  const rest = { actions, data };
  if (count === 0) return { ...rest, headline: words.noRejects(file.fileName) };
  return {
    ...rest,
    headline: words.rejectsHeadline(format.number(count), file.fileName),
    caveat: words.personal,
    files: [
      {
        name: `${words.rejectsName}-f${file.id}.csv`,
        title: words.rejectsHeadline(format.number(count), file.fileName),
        source: { kind: "rejects", importId: file.id, columns: rejectColumns },
        rows: count,
        personal: true,
      },
    ],
  };
}
