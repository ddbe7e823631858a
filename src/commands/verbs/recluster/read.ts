import type { AskedDivision } from "../../../analysis/division/division.ts";
import { UserError } from "../../../contract/errors.ts";
import { isKeyword, type Keyword } from "../../grammar/keywords.ts";
import { readNumber } from "../../grammar/number-reader.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { says } from "./words.ts";

const options = [
  "k",
  "method",
  "using",
  "compress",
  "epsilon",
  "neighbors",
] as const satisfies readonly Keyword[];
const methods = ["kmeans", "rfm", "dbscan", "leaves"] as const;
const compressions = ["pca", "autoencoder"] as const;
const mostSegments = 15;
const mostCodes = 50;
const mostNeighbors = 500;

/**
 * Reads the options in any order; the names of features are looked up later.
 *
 * @throws {UserError} When one cannot be read, or does not go with the method.
 */
export function readAsked(words: Words): AskedDivision {
  const asked: AskedDivision = { k: "auto" };
  const said = new Map<string, string>();
  for (let word = words.peek(); word !== undefined; word = words.peek()) {
    const option = takeOption(words);
    if (option === undefined) break;
    said.set(option, word.text);
    Object.assign(asked, readers[option](words));
  }
  checkTogether(asked, said, words);
  return asked;
}

function takeOption(words: Words): (typeof options)[number] | undefined {
  if (/^\d+$/u.test(words.peek()?.text ?? "")) return "k";
  return options.find((option) => words.takeKeyword(option));
}

const readers: Readonly<Record<(typeof options)[number], (words: Words) => Partial<AskedDivision>>> = {
  k: (words) => ({ k: takeK(words) }),
  method: (words) => ({ method: takeOne(words, methods, says[words.locale].whichMethod) }),
  using: (words) => ({ using: takeFeatures(words) }),
  compress: takeCompression,
  epsilon: (words) => ({ epsilon: takeNumber(words, { above: 0, most: 100 }) }),
  neighbors: (words) => ({ neighbors: takeWhole(words, 2, mostNeighbors) }),
};

/** Methods that make groups of their own number do not take one, and only k-means is fed with fewer numbers. */
function checkTogether(
  { method = "kmeans", using }: AskedDivision,
  said: ReadonlyMap<string, string>,
  words: Words,
): void {
  const foreign: Readonly<Record<typeof method, readonly string[]>> = {
    kmeans: ["epsilon", "neighbors"],
    rfm: ["k", "compress", "epsilon", "neighbors"],
    dbscan: ["k", "compress"],
    leaves: ["compress", "epsilon", "neighbors"],
  };
  const texts = says[words.locale];
  const wrong = foreign[method].find((option) => said.has(option));
  if (wrong !== undefined) {
    throw new UserError(texts.notWith(said.get(wrong) ?? wrong, method), { hint: texts.example(method) });
  }
  if (method === "rfm" && using !== undefined && using.join() !== "rfm") {
    throw new UserError(texts.rfmUses, { hint: texts.example("rfm") });
  }
}

function takeK(words: Words): number | "auto" {
  const word = words.take();
  if (word === undefined) throw words.missing(says[words.locale].howMany);
  if (isKeyword(word.folded, "auto")) return "auto";
  const k = /^\d{1,3}$/u.test(word.text) ? Number(word.text) : 0;
  if (k >= 2 && k <= mostSegments) return k;
  throw new UserError(says[words.locale].badK(word.text), { hint: words.about.examples[1] ?? "recluster" });
}

/** One of some words, by any of their forms. */
function takeOne<Word extends Keyword>(
  words: Words,
  choices: readonly Word[],
  texts: (typeof says)["en"]["whichMethod"],
): Word {
  const word = words.take();
  if (word === undefined) throw words.missing(texts.missing);
  const found = choices.find((choice) => isKeyword(word.folded, choice));
  if (found === undefined) throw new UserError(texts.wrong(word.text), { hint: texts.example });
  return found;
}

function takeCompression(words: Words): Partial<AskedDivision> {
  const by = takeOne(words, compressions, says[words.locale].whichCompression);
  const next = words.peek()?.text ?? "";
  return { compress: /^\d+$/u.test(next) ? { by, codes: takeWhole(words, 1, mostCodes) } : { by } };
}

function takeNumber(
  words: Words,
  { above, most }: { readonly above: number; readonly most: number },
): number {
  const word = words.take();
  if (word === undefined) throw words.missing(says[words.locale].whichNumber);
  const value = readNumber(word.text.replace(/^\./u, "0."), words.locale);
  if (value !== undefined && value > above && value <= most) return value;
  throw new UserError(says[words.locale].badNumber(word.text), {
    hint: says[words.locale].example("dbscan"),
  });
}

function takeWhole(words: Words, least: number, most: number): number {
  const word = words.take();
  if (word === undefined) throw words.missing(says[words.locale].whichNumber);
  const value = /^\d{1,4}$/u.test(word.text) ? Number(word.text) : 0;
  if (value >= least && value <= most) return value;
  throw new UserError(says[words.locale].badWhole(word.text, String(least), String(most)), {
    hint: words.about.examples[0],
  });
}

/** Names of features, with or without commas between them. */
function takeFeatures(words: Words): readonly string[] {
  const taken = words.takeUntil(...options);
  if (taken.length === 0) throw words.missing(says[words.locale].whichFeatures);
  return taken.flatMap((word) =>
    word.quoted ? [word.text] : word.text.split(",").filter((name) => name !== ""),
  );
}
