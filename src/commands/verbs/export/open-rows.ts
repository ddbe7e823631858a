import type { FileRows } from "../../../lib/csv.ts";
import { openAudienceRows } from "../../../db/campaigns/audiences.ts";
import { findAudience } from "../../../db/exports/export-ledger.ts";
import type { Db } from "../../../db/connection/connect.ts";
import { type ActiveSegmentation, loadActive } from "../../../db/segmentations/segmentations.ts";
import { openRejects } from "../data/open-rejects.ts";
import type { Locale } from "../../../lib/locale.ts";
import type { FileSource } from "../../../contract/reply.ts";
import { columnLabels } from "./words.ts";

/** The rows of a file in a Reply, read from the base as they are asked for. */
export function openRows(db: Db, source: FileSource, locale: Locale): Promise<FileRows> {
  return source.kind === "rejects"
    ? openRejects(db, source.importId, locale)
    : openPeople(db, source, locale);
}

async function openPeople(db: Db, source: FileSource, locale: Locale): Promise<FileRows> {
  const active = await loadActive(db);
  const audience = await findAudience(db, source);
  const isGone =
    (source.kind === "segment" && active?.segments.every(({ id }) => id !== source.segmentId) === true) ||
    (source.kind === "movers" && active?.id !== source.segmentationId);
  // The Reply may have waited while somebody adopted another segmentation.
  if (active === undefined || audience === undefined || isGone)
    throw new Error("the people of this file are gone");
  return {
    columns: source.columns.map((column) => columnLabel(column, active, locale)),
    rows: openAudienceRows(db, active, audience, source.columns),
  };
}

/** How a column is called for people; a cell of the customers' file keeps its own name. */
function columnLabel(column: string, active: ActiveSegmentation, locale: Locale): string {
  const feature = active.features.find(({ name }) => name === column);
  return feature?.labels[locale] ?? columnLabels[locale][column] ?? column;
}
