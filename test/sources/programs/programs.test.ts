import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { programs } from "../../../src/sources/programs/index.ts";
import { readSummary } from "../read-summary.ts";
import { look } from "../files.ts";
import { examples } from "./examples.ts";

const folder = fileURLToPath(new URL("examples/", import.meta.url));

describe("the export of a known program", () => {
  it.each(programs)(
    "$id is recognized, asks nothing, and is read as it was counted by hand",
    async (program) => {
      const path = `${folder}${program.id}.csv`;
      const { mapping, questions } = await look(path);
      expect({ program: mapping.program, questions }).toEqual({ program: program.id, questions: [] });
      const { kind, from: _, to: __, ...counted } = await readSummary(path);
      expect(kind).toBe(program.kind);
      expect(counted).toEqual(examples[program.id]);
    },
  );

  it("has one example each, and no example stands for nothing", () => {
    const files = readdirSync(folder).map((file) => file.replace(/\.csv$/, ""));
    const ids = programs.map(({ id }) => id);
    expect(files.sort()).toEqual([...ids].sort());
    expect(Object.keys(examples).sort()).toEqual([...ids].sort());
  });
});
