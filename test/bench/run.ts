import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Measurement } from "./measurement.ts";
import type { Program, Row } from "./row.ts";
import type { Scene } from "./scene.ts";

/** The Python of the notebook stack: Debian's packages belong to this one. */
const python = "/usr/bin/python3";

/** Every round of a row; the two programs took turns. */
export interface Rounds {
  readonly ours: readonly Measurement[];
  /** Undefined where the row has no reference, or its program could not run. */
  readonly reference: readonly Measurement[] | undefined;
}

/** Runs a row's programs in turns, each in a process of its own, so that neither is warmed by the other. */
export async function runRow(row: Row, scene: Scene): Promise<Rounds> {
  await row.prepare?.(scene);
  const ours: Measurement[] = [];
  const reference: Measurement[] = [];
  const own = programOf(row.ours(scene.server), scene);
  const other = referenceOf(row, scene);
  for (let round = 0; round < row.rounds; round += 1) {
    ours.push(await runOnce(own, row, scene));
    if (other !== undefined) reference.push(await runOnce(other, row, scene));
  }
  return { ours, reference: other && reference };
}

function referenceOf(row: Row, scene: Scene): readonly string[] | undefined {
  const program = row.reference?.(scene.server);
  if (program?.isOfWork === true) return programOf(program, scene);
  return program !== undefined && existsSync(python) ? scriptOf(program, scene) : undefined;
}

function programOf(program: Program, { work, bundle }: Scene): readonly string[] {
  const folder = program.bundled === true ? bundle : work;
  return [process.execPath, join(folder, `${program.name}.js`), ...program.arguments];
}

function scriptOf({ name, arguments: words }: Program, { references }: Scene): readonly string[] {
  return [python, join(references, `${name}.py`), ...words];
}

async function runOnce(words: readonly string[], row: Row, scene: Scene): Promise<Measurement> {
  const [command = "", ...rest] = words;
  const started = performance.now();
  const child = spawn(command, rest, { cwd: scene.data, stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  const seconds = (performance.now() - started) / 1_000;
  if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}`);
  const measured = JSON.parse(printed.trimEnd().split("\n").at(-1) ?? "") as Measurement;
  return row.wholeProcess ? { ...measured, seconds } : measured;
}
