import { words } from "../../lib/words.ts";
import { loadActiveModel, type SavedModel } from "../../db/campaigns/response-models.ts";
import { UserError } from "../../contract/errors.ts";
import type { CommandContext } from "./command.ts";
import { requireActive } from "./segment-reader.ts";

const says = words({
  en: {
    none: "There is no response model yet, so I cannot say who will answer. An analyst can train one from past answers: `model retrain`. Segments work today.",
    train: "Train a model",
    segments: "See the segments",
  },
  es: {
    none: "Todavía no hay un modelo de respuesta, así que no puedo decir quién responderá. Un analista puede entrenarlo con respuestas anteriores: `model retrain`. Los segmentos ya funcionan.",
    train: "Entrenar un modelo",
    segments: "Ver los segmentos",
  },
  pt: {
    none: "Ainda não há um modelo de resposta, então não posso dizer quem vai responder. Um analista pode treiná-lo com respostas anteriores: `model retrain`. Os segmentos já funcionam.",
    train: "Treinar um modelo",
    segments: "Ver os segmentos",
  },
});

/**
 * The model that scores.
 *
 * @throws {UserError} When none was trained yet, or the base is empty, with the way to get one.
 */
export async function requireModel(context: Pick<CommandContext, "db" | "locale">): Promise<SavedModel> {
  const { db, locale } = context;
  const model = await loadActiveModel(db);
  if (model !== undefined) return model;
  await requireActive(context);
  const { none, train, segments } = says[locale];
  throw new UserError(none, {
    actions: [
      { label: train, line: "model retrain" },
      { label: segments, line: "list" },
    ],
  });
}
