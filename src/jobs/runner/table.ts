import { importFile } from "../import/import.ts";
import { importReceived } from "../import/import-received.ts";
import type { Job } from "./job.ts";
import { recluster } from "../segmentation/recluster.ts";
import { sample } from "../import/sample.ts";
import { segment } from "../segmentation/segment.ts";
import { train } from "../training/train.ts";

/** Every kind of long work; a new one is one line here. */
export const tasks: readonly Job[] = [importFile, importReceived, recluster, sample, segment, train];
