import { importFile } from "../import/import.ts";
import { importReceived } from "../import/import-received.ts";
import { lookAtReceived } from "../import/look-at-received.ts";
import type { JobTable } from "./job.ts";
import { recluster } from "../segmentation/recluster.ts";
import { sample } from "../import/sample.ts";
import { segment } from "../segmentation/segment.ts";
import { train } from "../training/train.ts";
import { undo } from "../import/undo.ts";

/** Every kind of long work by the name of its task; a new one is one line here, and what it is asked in `Tasks`. */
export const jobTable: JobTable = {
  import: importFile,
  look: lookAtReceived,
  received: importReceived,
  recluster,
  sample,
  segment,
  train,
  undo,
};
