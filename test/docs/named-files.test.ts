import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "src/README.md",
  "docs/operations.md",
  "docs/performance.md",
];

/** Paths of this repository in backticks or links; a pattern (`<verb>`, `*`) names no file. */
function namedFiles(document: string): readonly string[] {
  const text = readFileSync(join(root, document), "utf8");
  const quoted = [...text.matchAll(/`((?:src|test|charts|migrations|docs)\/[\w./-]+)`/gu)].map(
    ([, path = ""]) => path,
  );
  const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/gu)].map(([, path = ""]) =>
    join(dirname(document), path),
  );
  return [...quoted, ...linked];
}

/** The rooms that the map and the walks name: `db/orders/store-orders.ts`, seen from `src/`. */
function roomsNamed(text: string): readonly string[] {
  const rooms = "app|contract|lib|analysis|db|sources|commands|jobs|charts|slack|playground|terminal";
  return [...text.matchAll(new RegExp(`\`((?:${rooms})/[\\w./-]+)\``, "gu"))].map(([, path = ""]) => path);
}

describe("the documents", () => {
  it.each(documents.filter((document) => document !== "src/README.md"))(
    "%s names only files that are there",
    (document) => {
      const missing = namedFiles(document).filter((path) => !existsSync(join(root, path)));
      expect(missing).toEqual([]);
    },
  );

  it("the map names only rooms and files that are there", () => {
    const named = roomsNamed(readFileSync(join(root, "src/README.md"), "utf8"));
    const missing = named.filter(
      (path) => !existsSync(join(root, "src", path)) && !existsSync(join(root, path)),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(missing).toEqual([]);
  });

  it("the map has a row for every room", () => {
    const map = readFileSync(join(root, "src/README.md"), "utf8");
    for (const room of [
      "app",
      "contract",
      "lib",
      "analysis",
      "db",
      "sources",
      "commands",
      "jobs",
      "charts",
    ]) {
      expect(map).toContain(`| \`${room}/\` |`);
    }
  });

  it("README is a page", () => {
    const lines = readFileSync(join(root, "README.md"), "utf8").split("\n").length;
    expect(lines).toBeLessThanOrEqual(120);
  });
});
