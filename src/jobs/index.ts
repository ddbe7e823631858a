import { importFile } from "./import.ts";
import type { Job } from "./job.ts";
import { sample } from "./sample.ts";
import { segment } from "./segment.ts";
import { train } from "./train.ts";

/** Every kind of long work; a new one is one line here. */
export const tasks: readonly Job[] = [importFile, sample, segment, train];
