import type { ImportQuestion } from "../../contract/import-questions.ts";
import type { Mapping } from "../guess/mapping.ts";
import type { Finding } from "../report/quality.ts";
import type { ReadSummary } from "../report/read-summary.ts";

/** A file as it would be read in, as it is told to whoever sent it; kept with the file until they agree. */
export type Understanding = {
  /** With the likelier answer to every question. */
  readonly mapping: Mapping;
  readonly read: ReadSummary;
  /** What was found in its rows, and what would be done with it. */
  readonly findings: readonly Finding[];
  readonly questions: readonly ImportQuestion[];
};
