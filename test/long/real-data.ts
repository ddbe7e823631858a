import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder of the real files, which are not part of the repository. */
export const realData = resolve(
  process.env["SEGMENTA_TEST_DATA"] ?? join(import.meta.dirname, "../../../shared/data"),
);

/** False where the real files are absent: tests on them are skipped, and say so. */
export const hasRealData = existsSync(join(realData, "marketing_campaign.csv"));
