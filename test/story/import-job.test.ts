import { describe, expect, it } from "vitest";
import { loadActive } from "../../src/db/segmentations/segmentations.ts";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { importFile } from "../../src/jobs/import/import.ts";
import { freshDatabase } from "../database.ts";
import { fileOf, now } from "../sources/files.ts";

const { db } = await freshDatabase();

describe("the import job", () => {
  it("tells how far it is in the asker's language, divides the base, and says which file it was", async () => {
    const steps = new Set<string>();
    // Two groups that nobody could miss: little income and many visits, and the other way round.
    const rows = Array.from({ length: 400 }, (_, n) => {
      const rich = n % 2;
      return `${n},${20_000 + rich * 60_000 + (n % 7) * 500},${40 - rich * 30 + (n % 5)}`;
    });
    const outcome = await importFile(
      { path: fileOf(`id_cliente,ingresos,visitas\n${rows.join("\n")}\n`, "clientes.csv") },
      {
        db,
        actor: { user: "U1", role: "analyst", locale: "es", timeZone: "UTC" },
        now,
        signal: new AbortController().signal,
        report: ({ step }) => steps.add(step),
        keep: () => undefined,
        ...onThisThread,
      },
    );
    expect(outcome).toEqual({ importId: 1 });
    expect([...steps].slice(0, 2)).toEqual(["Leyendo clientes.csv", "Guardando clientes.csv"]);
    expect((await loadActive(db))?.segments).toHaveLength(2);
  });
});
