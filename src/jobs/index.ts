import { importFile } from "./import.ts";
import { importReceived } from "./import-received.ts";
import type { Job } from "./job.ts";
import { recluster } from "./recluster.ts";
import { sample } from "./sample.ts";
import { segment } from "./segment.ts";
import { train } from "./train.ts";

/** Every kind of long work; a new one is one line here. */
export const tasks: readonly Job[] = [importFile, importReceived, recluster, sample, segment, train];
