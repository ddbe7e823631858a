import { describe, expect, it } from "vitest";
import { report } from "./table.ts";
import { judge } from "./verdict.ts";

const round = { cpuSeconds: 1, result: 0 };
const row = {
  name: "pipeline",
  rounds: 3,
  ours: () => ({ name: "pipeline", arguments: [] }),
  aim: { ratio: 3, memoryShare: 0.5 },
} as const;
const machine = {
  processor: "Xeon",
  cores: 2,
  gigabytes: 24,
  node: "v20.20.2",
  date: "2026-11-22T23:59:00.000Z",
};

describe("the bench's table", () => {
  it("says for each aim what was measured where it was missed", () => {
    const ours = [1, 2, 9].map((seconds) => ({ ...round, seconds, peakMegabytes: 80 }));
    const reference = [2, 5, 18].map((seconds) => ({ ...round, seconds, peakMegabytes: 200 }));
    const lines = report(machine, [judge(row, { ours, reference })]).split("\n");
    expect(lines[0]).toBe("2026-11-22: Xeon, 2 cores, 24 GB, Node 20.20.2.");
    // by hand: medians 2 s and 5 s; ratios 2, 2.5 and 2, so 2; 80 of 200 MB
    expect(lines.at(-1)).toBe(
      "| pipeline | 2.00 s, 80 MB | 5.00 s, 200 MB | 2.00× | 0.40× | ≥ 3×, ≤ 0.5× the memory | no: 2.00× | – |",
    );
  });

  it("calls a row without a reference met by its own figures", () => {
    const aimed = { ...row, aim: { seconds: 0.5, megabytes: 90 } };
    const ours = [0.4, 0.41, 0.42].map((seconds) => ({ ...round, seconds, peakMegabytes: 84 }));
    const last = report(machine, [judge(aimed, { ours, reference: undefined })])
      .split("\n")
      .at(-1);
    expect(last).toBe("| pipeline | 410 ms, 84 MB | – | – | – | ≤ 0.5 s, ≤ 90 MB | yes | – |");
  });
});
