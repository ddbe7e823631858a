import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";
import { describe, expect, it } from "vitest";

/**
 * Every `@example` in a docstring is run: each `expression; // => value` must hold. The expression may take several lines
 * and use whatever the pure modules export; the value stands on one line and is an expression too.
 */
const root = join(import.meta.dirname, "../..");

interface Example {
  /** `const` lines above the expression. */
  readonly prelude: string;
  readonly expression: string;
  readonly expected: string;
}

interface Documented {
  readonly name: string;
  readonly examples: readonly Example[];
}

type Names = Readonly<Record<string, unknown>>;

/** The rooms that need nothing of the world: what they promise can be run here. */
const pureRooms = ["src/analysis", "src/contract", "src/lib"];

function pureFiles(): string[] {
  return pureRooms
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: "utf8" }).map((path) => join(room, path)),
    )
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .sort();
}

/** Exported functions with the examples of their docstrings. */
function documentedFunctions(source: string): readonly Documented[] {
  const pattern = /(?:\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*)?^export (?:async )?function\*? (\w+)/gm;
  return [...source.matchAll(pattern)].map(([, doc = "", name = ""]) => ({
    name,
    examples: readExamples(doc),
  }));
}

function readExamples(doc: string): readonly Example[] {
  const [, ...texts] = doc.replaceAll(/^\s*\* ?/gm, "").split("@example");
  return texts.flatMap((text) => {
    const statements = text.replaceAll(" as const", "");
    const prelude = [...statements.matchAll(/^const [\s\S]*?;$/gm)].join("\n");
    const rest = statements.replaceAll(/^const [\s\S]*?;$/gm, "");
    return [...rest.matchAll(/(\S[\s\S]*?);?\s*\/\/ => (.+)/g)].map(([, expression = "", expected = ""]) => ({
      prelude,
      expression: expression.trim(),
      expected,
    }));
  });
}

/** The value of an expression that may use the given names. */
function evaluate(expression: string, names: Names, prelude = ""): unknown {
  const text = `${prelude} ${expression}`;
  const used = Object.keys(names).filter((name) => new RegExp(String.raw`\b${name}\b`).test(text));
  const free = used.filter((name) => !new RegExp(String.raw`const ${name}\b`).test(prelude));
  const run: unknown = runInThisContext(
    `(({ ${free.join(", ")} }) => { ${prelude}; return (${expression}); })`,
  );
  if (typeof run !== "function") throw new TypeError(`cannot run: ${expression}`);
  return run(names);
}

const files = pureFiles();
const modules = await Promise.all(
  files.map((path) => import(pathToFileURL(join(root, path)).href) as Promise<Names>),
);
const everyName: Names = Object.assign({}, ...modules);

describe.each(files)("the examples in %s", (path) => {
  const documented = documentedFunctions(readFileSync(join(root, path), "utf8"));
  const names: Names = { ...everyName, ...modules[files.indexOf(path)] };

  it("show every exported function of the analysis", () => {
    const silent = documented.filter(({ examples }) => examples.length === 0).map(({ name }) => name);
    expect(path.startsWith(join("src", "analysis")) ? silent : []).toEqual([]);
  });

  it.each(documented.flatMap(({ examples }) => examples))(
    "hold: $expression",
    ({ prelude, expression, expected }) => {
      expect(evaluate(expression, names, prelude)).toEqual(evaluate(expected, names));
    },
  );
});
