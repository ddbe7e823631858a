import { longestRow } from "./limits.ts";

/** The text of one object of a file. */
export type JsonRecord = {
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly text: string;
};

/** Why a text cannot be cut into objects. */
export class JsonError extends Error {
  override readonly name = "JsonError";
  readonly reason: "noTable" | "broken";
  readonly line: number;

  constructor(reason: JsonError["reason"], line: number) {
    super(`${reason} at line ${line}`);
    this.reason = reason;
    this.line = line;
  }
}

/** Cuts a text that arrives in pieces. */
export interface JsonSplitter {
  /** The objects that are complete with this piece. */
  push(piece: string): JsonRecord[];
  /** @throws {JsonError} When the text ends within an object. */
  end(): void;
}

/** What may stand between objects: line ends of JSON lines, commas and brackets of a list. */
const between = /[\s,[\]]/;

/**
 * Cuts JSON lines, objects one after the other, and a list of objects into the texts of its objects; nothing else is
 * a table. Only braces, brackets and quotation marks are looked at: whether an object is valid, its parser says.
 *
 * @throws {JsonError} From `push` and `end`.
 * @example
 * createJsonSplitter().push('[{"a":1},{"a":2}]').map(({ text }) => text); // => ['{"a":1}', '{"a":2}']
 */
export function createJsonSplitter(): JsonSplitter {
  let rest = "";
  let line = 1;
  let startLine = 1;
  const state: ScanState = { depth: 0, inText: false, isEscaped: false };
  return {
    push(piece) {
      const records: JsonRecord[] = [];
      let from = 0;
      for (let position = 0; position < piece.length; position++) {
        const sign = piece.charAt(position);
        if (sign === "\n") line++;
        if (state.depth === 0) {
          if (sign === "{") [state.depth, from, startLine] = [1, position, line];
          else if (!between.test(sign)) throw new JsonError("noTable", line);
        } else if (closes(state, sign)) {
          records.push({ line: startLine, text: rest + piece.slice(from, position + 1) });
          rest = "";
        }
      }
      if (state.depth > 0) rest += piece.slice(from);
      // An object without end holds the records instead of being one.
      if (rest.length > longestRow) throw new JsonError("noTable", startLine);
      return records;
    },
    end() {
      if (state.depth > 0) throw new JsonError("broken", startLine);
    },
  };
}

/** Where the scan stands: how deep in objects and lists, and whether in a text. */
type ScanState = { depth: number; inText: boolean; isEscaped: boolean };

/** Takes one sign within an object into account. @returns Whether it ends the object. */
function closes(state: ScanState, sign: string): boolean {
  if (state.inText) {
    if (state.isEscaped) state.isEscaped = false;
    else if (sign === "\\") state.isEscaped = true;
    else if (sign === '"') state.inText = false;
    return false;
  }
  if (sign === '"') state.inText = true;
  else if (sign === "{" || sign === "[") state.depth++;
  else if (sign === "}" || sign === "]") state.depth--;
  return state.depth === 0;
}
