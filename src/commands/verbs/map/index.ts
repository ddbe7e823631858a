import { pca, project } from "../../../analysis/clustering/pca.ts";
import { preprocessRows } from "../../../analysis/features/preprocessing.ts";
import { loadMapSample } from "../../../db/features/distributions.ts";
import { UserError } from "../../../contract/errors.ts";
import { defineCommand } from "../../grammar/command.ts";
import { signFooter } from "../../speech/footer.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import { mapReply } from "./reply.ts";
import { about, says } from "./words.ts";

/** Points that a picture can still show apart. */
const mostPoints = 2000;

export const map = defineCommand({
  name: "map",
  role: "viewer",
  privacy: "totals",
  writes: false,
  about,
  read: () => undefined,

  async answer(_, context) {
    const active = await requireActive(context);
    if (active.placement.features.length < 2) {
      throw new UserError(says[context.locale].tooFewFeatures, { hint: "profile 1" });
    }
    const sample = await loadMapSample(context.db, active, mostPoints);
    const points = preprocessRows(sample.points, active.placement.preprocessings);
    const directions = pca(points, 2, active.seed);
    const plane = { directions, places: project(points, directions), segments: sample.segments };
    return { ...mapReply(active, plane, context.format), footer: await signFooter(active, context) };
  },
});
