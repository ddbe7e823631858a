import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";

const analysis = join(import.meta.dirname, "../../src/analysis");

/** Which rooms of analysis/ each of them imports from, types included. */
function readImports(): ReadonlyMap<string, ReadonlySet<string>> {
  const imports = new Map<string, Set<string>>();
  for (const file of readdirSync(analysis, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    const room = dirname(file);
    const known = imports.get(room) ?? new Set();
    for (const [, path = ""] of readFileSync(join(analysis, file), "utf8").matchAll(/ from "(\.[^"]+)"/gu)) {
      const other = dirname(relative(analysis, join(analysis, room, path)));
      if (other !== room && !other.startsWith("..")) known.add(other);
    }
    imports.set(room, known);
  }
  return imports;
}

/** The rooms that stand in a circle: those left when every room that needs only rooms taken away is taken away. */
function findCircle(imports: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const left = new Map(imports);
  for (;;) {
    const free = [...left].filter(([, needs]) => [...needs].every((need) => !left.has(need)));
    if (free.length === 0) return [...left.keys()];
    for (const [room] of free) left.delete(room);
  }
}

it("finds a circle where there is one", () => {
  const circle = new Map([
    ["numbers", new Set<string>()],
    ["features", new Set(["numbers", "placement"])],
    ["placement", new Set(["features"])],
  ]);
  expect(findCircle(circle)).toEqual(["features", "placement"]);
});

it("has no circle among the rooms of analysis (the linter holds files)", () => {
  const imports = readImports();
  expect([...imports.keys()]).toContain("clustering");
  expect(findCircle(imports)).toEqual([]);
});
