import type { FileRows } from "../../csv.ts";
import { openSegmentRows } from "../../db/audiences.ts";
import type { Db } from "../../db/connect.ts";
import { type ActiveSegmentation, loadActive } from "../../db/segmentations.ts";
import { openRejects } from "../data/open-rejects.ts";
import type { Locale } from "../../locale.ts";
import type { FileSource } from "../../reply.ts";
import { columnLabels } from "./words.ts";

/** The rows of a file in a Reply, read from the base as they are asked for. */
export function openRows(db: Db, source: FileSource, locale: Locale): Promise<FileRows> {
  return source.kind === "segment"
    ? openSegment(db, source, locale)
    : openRejects(db, source.importId, locale);
}

type SegmentSource = Extract<FileSource, { readonly kind: "segment" }>;

async function openSegment(db: Db, source: SegmentSource, locale: Locale): Promise<FileRows> {
  const active = await loadActive(db);
  const segment = active?.segments.find(({ id }) => id === source.segmentId);
  // The Reply may have waited while somebody adopted another segmentation.
  if (active === undefined || segment === undefined) throw new Error("the segment of this file is gone");
  return {
    columns: source.columns.map((column) => columnLabel(column, active, locale)),
    rows: openSegmentRows(db, active, segment, source.columns),
  };
}

/** How a column is called for people; a cell of the customers' file keeps its own name. */
function columnLabel(column: string, active: ActiveSegmentation, locale: Locale): string {
  const feature = active.features.find(({ name }) => name === column);
  return feature?.labels[locale] ?? columnLabels[locale][column] ?? column;
}
