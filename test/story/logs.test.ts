import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLines } from "../logs/collect.ts";
import { leaksOf, readSources } from "../logs/leaks.ts";

const sources = readSources();
const line = (message: string, fields: object = {}) =>
  JSON.stringify({ time: "2026-06-29T07:00:00.000Z", level: "info", message, ...fields });

describe("what the suite logs is read at its end", () => {
  it("and a fixed sentence with codes may stand there", () => {
    expect(leaksOf(line("command answered", { command: "profile", durationMs: 12 }), sources)).toEqual([]);
  });

  it("and so may where in the source a defect was thrown", () => {
    const at = "at find (file:///app/src/db/a.ts:8:30) < at Socket.emit (node:events:524:28)";
    expect(leaksOf(line("something broke", { at }), sources)).toEqual([]);
  });

  it.each([
    [line("command answered", { user: "ann@shop.test" }), "e-mail address"],
    [line("command answered", { token: "xoxb-1-2" }), "token"],
    [line("command answered", { cause: "select name from customers" }), "SQL"],
    [line("command answered", { customer: "Ada Keller" }), "somebody's name"],
    [line("command answered", { url: "postgres://u:p@host/base" }), "database address"],
    [line("command answered", { said: "/segment profile 2" }), "a typed text"],
    [line("command answered", { row: { id: 1 } }), 'more than a code in "row"'],
    [line("command answered for customer 17"), "a sentence that is not fixed"],
  ])("and %s may not", (planted, leak) => {
    expect(leaksOf(planted, sources)).toContain(leak);
  });

  it("from processes that a test starts too", () => {
    const folder = mkdtempSync(join(tmpdir(), "segmenta-logs-"));
    const log = new URL("../../src/lib/log.ts", import.meta.url).href;
    const program = `const { createLog } = await import("${log}"); createLog(() => {}).info({ left: 0 }, "the bot stopped");`;
    const tap = new URL("../logs/tap.mjs", import.meta.url).href;
    spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
      // oxlint-disable-next-line node/no-process-env -- as a process of the suite inherits it
      env: { ...process.env, SEGMENTA_LOGS: folder, NODE_OPTIONS: `--import=${tap}` },
    });
    expect(readLines(folder).map((entry) => (JSON.parse(entry) as { message: string }).message)).toEqual([
      "the bot stopped",
    ]);
  });
});
