import type { Result, TaskName } from "../../db/requests/tasks.ts";

/** The command line whose answer, in the actor's language, is the answer of a job: made of what came of it. */
export const closingLines: { readonly [Name in TaskName]: (result: Result<Name>) => string } = {
  import: ({ importId }) => `data check f${importId}`,
  look: ({ fileId }) => `data import u${fileId}`,
  received: ({ importId }) => `data check f${importId}`,
  recluster: ({ segmentationIds }) => `look ${segmentationIds.map((id) => `r${id}`).join(" ")}`,
  sample: ({ week }) => (week === 0 ? "list" : "data sample truth"),
  segment: () => "list",
  undo: ({ importId }) => `data f${importId}`,
  train: ({ modelId }) => `model m${modelId}`,
};
