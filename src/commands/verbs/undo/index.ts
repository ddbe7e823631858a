import { loadImports } from "../../../db/imports/imports.ts";
import { defineCommand } from "../../grammar/command.ts";
import { whichUndoReply } from "../data/file-reply.ts";
import { about } from "./words.ts";

/** Changes nothing: a file and the segments can both be undone, and only a person knows which is meant. */
export const undo = defineCommand({
  name: "undo",
  role: "analyst",
  privacy: "totals",
  writes: false,
  about,
  read: () => undefined,
  answer: async (_, { db, format }) => whichUndoReply(await loadImports(db), format),
});
