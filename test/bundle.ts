import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The program as it is shipped, bundled once for the run: tests that need a process of it start that. */
    readonly cliPath: string;
  }
}

const root = join(import.meta.dirname, "..");
/** Inside the package, above which the program looks for its files; a folder of its own, as runs overlap. */
const folder = join(root, "out", `suite-${process.pid}`);

export function setup(project: TestProject): void {
  execFileSync(process.execPath, [join(root, "build.mjs"), folder], { cwd: root });
  project.provide("cliPath", join(folder, "cli.js"));
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
