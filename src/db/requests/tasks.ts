import type { Day } from "../../lib/day.ts";
import type { AskedDivision } from "../../analysis/division/division.ts";

/** Long work by the name of its task: what is asked, which waits in the queue as JSON, and what comes of it. */
export interface Tasks {
  /** Reads a file of this machine into the base. */
  import: {
    payload: {
      path: string;
      /** The name to show and store, when the path is that of an upload. */
      fileName?: string;
      /** Path of a mapping file (sources/guess/mapping-file.ts). */
      map?: string;
      /** Answers to questions about the file, as `--set` takes them. */
      answers?: readonly string[];
      /** Whether questions are settled by their likelier answer. */
      isUnasked?: boolean;
    };
    result: ImportOutcome;
  };
  /** Looks at a file that was sent to the bot, and says how it would be read. */
  look: {
    payload: {
      fileId: number;
      /** Answers to questions about it, as `--set` takes them. */
      answers: readonly string[];
    };
    result: { fileId: number };
  };
  /** Reads a file that was sent to the bot. */
  received: { payload: { fileId: number }; result: ImportOutcome };
  /** Undoes an import. */
  undo: { payload: { importId: number }; result: ImportOutcome };
  /** Divides the customers anew into candidates. RFM groups take recency, frequency and monetary in `using`. */
  recluster: {
    /** The seed is 7 by default. */
    payload: AskedDivision & { seed?: number };
    /** Segmentations to look at, that in force among them where it came out again. */
    result: { segmentationIds: readonly number[] };
  };
  /** Loads the sample shop. */
  sample: {
    payload: {
      /** The week after those that were loaded, in place of the shop's history. */
      next?: boolean;
    };
    result: SampleOutcome;
  };
  /** Divides the base, or places everyone in the segments there are: when a clock moves on, or another day is asked for. */
  segment: { payload: { asOf?: Day; seed?: number; anew?: boolean }; result: SegmentOutcome };
  /** Trains a response model. */
  train: {
    payload: {
      /** Names of the only variables to use, or all; by default the nine that tell most are chosen. */
      using?: readonly string[] | "all";
      seed?: number;
    };
    result: { modelId: number };
  };
}

export type TaskName = keyof Tasks;
export type Payload<Name extends TaskName> = Tasks[Name]["payload"];
export type Result<Name extends TaskName> = Tasks[Name]["result"];

/** The name of a task with its payload. */
export type TaskRequest<Name extends TaskName = TaskName> = {
  [Each in Name]: { readonly task: Each; readonly payload: Payload<Each> };
}[Name];

/** What came of a file. */
export interface ImportOutcome {
  /** The record of the file. */
  readonly importId: number;
}

/** What was loaded of the sample shop. */
export interface SampleOutcome {
  /** 0 for the history, else the week after it. */
  readonly week: number;
  readonly customers: number;
  readonly orderLines: number;
  readonly events: number;
}

/** What came of dividing the base. */
export type SegmentOutcome =
  /** Version 1, or the first of another base. */
  | {
      readonly kind: "divided";
      readonly customers: number;
      readonly segments: number;
      readonly version: number;
    }
  /** Everyone has a place in the segments there were. */
  | { readonly kind: "placed"; readonly customers: number; readonly moved: number; readonly added: number }
  /** Features were made, but no segments: too few customers, nothing to measure, or all alike. */
  | { readonly kind: "none"; readonly customers: number; readonly why: "few" | "unmeasured" | "alike" };
