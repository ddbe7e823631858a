import type { DivisionRequest, Divisions, OnStep } from "../../analysis/division/division.ts";
import type { JobContext } from "../runner/job.ts";
import type { MeasuredBase } from "./measured-base.ts";

/**
 * Divides the sample and proves what comes out, telling how far it is.
 *
 * @param steps What the two are called for the actor.
 */
export function divideBase(
  { points, customers }: MeasuredBase,
  request: Pick<DivisionRequest, "seed" | "way">,
  { divide, signal, report }: Pick<JobContext, "divide" | "signal" | "report">,
  steps: Readonly<Record<"choose" | "prove", string>>,
): Promise<Divisions> {
  const onStep: OnStep = (step, done, total) => {
    signal.throwIfAborted();
    report({ step: steps[step], done, total });
  };
  return divide({ points, customers, ...request }, onStep, signal);
}
