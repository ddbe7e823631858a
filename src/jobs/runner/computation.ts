import type { DivisionRequest, Divisions, OnStep } from "../../analysis/division/division.ts";
import type { OnProgress, Trained, TrainingRequest } from "../../analysis/response/train-against.ts";

/** The long arithmetic of jobs, done where a wish to stop is heard meanwhile. */
export interface Computation {
  /** Divides a sample. */
  readonly divide: (request: DivisionRequest, onStep: OnStep, signal: AbortSignal) => Promise<Divisions>;
  /** Trains a response model. */
  readonly train: (request: TrainingRequest, onProgress: OnProgress, signal: AbortSignal) => Promise<Trained>;
}

/** On the thread of who asks; to stop it, throw from within the progress. Loaded by whoever works, not by whoever asks. */
export const onThisThread: Computation = {
  async divide(request, onStep) {
    const { divide } = await import("../../analysis/division/divide.ts");
    return divide(request, onStep);
  },
  async train(request, onProgress) {
    const { trainAgainst } = await import("../../analysis/response/train-against.ts");
    return trainAgainst(request, onProgress);
  },
};
