import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { limits } from "../../src/slack/render/limits.ts";
import { freeMethods, scopes } from "../../src/slack/client/scopes.ts";
import { shortcutCallback } from "../../src/slack/in/shortcut.ts";
import { slashCommand } from "../../src/slack/in/listeners.ts";

const root = join(import.meta.dirname, "..", "..");
const manifest = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8")) as {
  readonly display_information: { readonly name: string };
  readonly features: {
    readonly slash_commands: readonly { readonly command: string }[];
    readonly shortcuts: readonly { readonly callback_id: string }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
};
const folder = join(root, "src", "slack");
const code = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");

/** Every method of the Web API that the room calls, read off its code. */
const called = new Set(
  [...code.matchAll(/\b(?:client|interactive|background)\s*\.\s*([a-z]+)\s*\.\s*([a-zA-Z]+)\(/gu)].map(
    ([, family, method]) => `${family}.${method}`,
  ),
);

describe("the manifest", () => {
  it("asks for exactly the scopes that are justified in code", () => {
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual(scopes.map(({ name }) => name).sort());
  });

  it("asks for no history but that of the direct message", () => {
    expect(manifest.oauth_config.scopes.bot.filter((name) => name.endsWith(":history"))).toEqual([
      "im:history",
    ]);
  });

  it("covers every method that the code calls", () => {
    const covered = new Set([...scopes.flatMap(({ usedBy }) => usedBy), ...freeMethods]);
    expect([...called].filter((method) => !covered.has(method))).toEqual([]);
    expect(called.size).toBeGreaterThan(8);
  });

  it("justifies no scope by a method that nothing calls", () => {
    const methods = scopes.flatMap(({ usedBy }) => usedBy).filter((use) => /^[a-z]+\.[a-zA-Z]+$/u.test(use));
    expect(methods.filter((method) => !called.has(method) && method !== "message.im")).toEqual([]);
  });

  it("names the command, the shortcut and the events that the code listens to", () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([slashCommand]);
    expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id)).toEqual([shortcutCallback]);
    const heard = [...code.matchAll(/app\.event\("([a-z_]+)"/gu)].map(([, name]) => name);
    const subscribed = manifest.settings.event_subscriptions.bot_events.map((name) => name.split(".")[0]);
    expect(new Set(subscribed)).toEqual(new Set(heard));
  });

  it("keeps within Slack's lengths", () => {
    expect(slashCommand.length).toBeLessThanOrEqual(limits.slashCommand);
    expect(manifest.display_information.name.length).toBeLessThanOrEqual(limits.appName);
  });
});
