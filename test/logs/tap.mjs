// Loaded into every process of the test run (NODE_OPTIONS, `test/logs/collect.ts`): writes down what it logs.

import { subscribe } from "node:diagnostics_channel";
import { appendFileSync } from "node:fs";
import { join } from "node:path";

// oxlint-disable-next-line node/no-process-env -- this file is no part of the product
const folder = process.env["SEGMENTA_LOGS"];
if (folder !== undefined)
  subscribe("segmenta.log", (line) => appendFileSync(join(folder, `${process.pid}.jsonl`), String(line)));
