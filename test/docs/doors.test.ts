import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const house = mkdtempSync(join(tmpdir(), "segmenta-doors-"));
cpSync(join(root, ".oxlintrc.json"), join(house, ".oxlintrc.json"));
afterAll(() => rmSync(house, { recursive: true }));

/** What the linter says of one file with these lines, planted in a house of its own. */
function lint(path: string, source: string): string {
  const file = join(house, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  const { stdout } = spawnSync("oxlint", ["--deny-warnings", path], {
    cwd: house,
    encoding: "utf8",
    // oxlint looks for tsgolint on the path alone, and only npm's scripts have it there.
    env: { ...process.env, PATH: `${join(root, "node_modules", ".bin")}:${process.env["PATH"]}` },
  });
  rmSync(file);
  return stdout;
}

describe("the doors of the house", () => {
  it.each([
    ["src/analysis/planted.ts", 'import { db } from "../db/connect.ts";\nexport const a = db;\n'],
    [
      "src/analysis/features/planted.ts",
      'import { readFileSync } from "node:fs";\nexport const a = readFileSync;\n',
    ],
    [
      "src/db/planted.ts",
      'import { profile } from "../commands/profile/index.ts";\nexport const a = profile;\n',
    ],
    ["src/sources/planted.ts", 'import { orders } from "../db/schema.ts";\nexport const a = orders;\n'],
    ["src/charts/planted.ts", 'import { mean } from "../analysis/matrix.ts";\nexport const a = mean;\n'],
    ["src/commands/list/planted.ts", 'import { eq } from "drizzle-orm";\nexport const a = eq;\n'],
    ["src/commands/list/planted.ts", 'import { app } from "../../slack/app.ts";\nexport const a = app;\n'],
    ["src/slack/planted.ts", 'import { orders } from "../db/schema.ts";\nexport const a = orders;\n'],
    ["src/terminal/planted.ts", 'import bolt from "@slack/bolt";\nexport const a = bolt;\n'],
    ["src/jobs/planted.ts", 'import { kmeans } from "ml-kmeans";\nexport const a = kmeans;\n'],
  ])("%s may not import this: %s", (path, source) => {
    expect(lint(path, source)).toContain("no-restricted-imports");
  });

  it("process.env is read in config.ts only", () => {
    expect(lint("src/db/planted.ts", 'export const a = process.env["HOME"];\n')).toContain("no-process-env");
  });

  it.each([
    [
      "src/commands/list/planted.ts",
      'import { orders } from "../../db/orders.ts";\nexport const a = orders;\n',
    ],
    ["src/db/planted.ts", 'import { eq } from "drizzle-orm";\nexport const a = eq;\n'],
    ["src/db/planted.ts", 'import type { Matrix } from "../analysis/matrix.ts";\nexport type A = Matrix;\n'],
    ["src/analysis/clustering/planted.ts", 'import { kmeans } from "ml-kmeans";\nexport const a = kmeans;\n'],
  ])("%s may import this: %s", (path, source) => {
    expect(lint(path, source)).toContain("Found 0 warnings and 0 errors");
  });
});
