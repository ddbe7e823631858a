import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tmpdir } from "node:os";
import { createLog } from "../../src/log.ts";
import { createWorkspace, type Workspace } from "../../src/playground/workspace.ts";
import { type Service, startService } from "../../src/service.ts";
import { freshDatabase } from "../database.ts";
import { doorOf } from "./town.ts";

describe("the whole service over an empty base", () => {
  const logged: string[] = [];
  let slack: Workspace;
  let service: Service;
  beforeAll(async () => {
    const { url } = await freshDatabase();
    slack = await createWorkspace({ delivery: "http" });
    const config = {
      databaseUrl: url,
      home: tmpdir(),
      language: "en",
      user: "test",
      currency: "EUR",
    } as const;
    const noSlack = { slack: undefined, port: undefined };
    const log = createLog((line) => logged.push(line));
    service = await startService({ ...config, ...noSlack }, log, {
      mode: "both",
      slack: { ...slack, door: doorOf(slack, "http") },
    });
    slack.deliverTo(`http://127.0.0.1:${service.port}/slack/events`);
  });
  afterAll(async () => {
    await service.stop();
    await slack.close();
  });

  it("is ready once the base, the queue and Slack can be reached", async () => {
    const answer = await fetch(`http://127.0.0.1:${service.port}/readyz`);
    expect(await answer.json()).toEqual({
      ready: true,
      checks: { slack: true, database: true, queue: true },
    });
    expect((await fetch(`http://127.0.0.1:${service.port}/healthz`)).status).toBe(200);
  });

  it("answers help in the reader's language", async () => {
    await slack.say("joao", "dm", "ajuda");
    const card = await slack.until(() =>
      slack.messages("dm", "joao").find(({ author }) => author === "segmenta"),
    );
    expect(card.text).toContain("perfil");
  });

  it("says what to do while there is no data", async () => {
    await slack.slash("mary", "marketing", "/segment list");
    const card = await slack.until(() =>
      slack.messages("marketing", "mary").find(({ author }) => author === "segmenta"),
    );
    expect(card.text.length).toBeGreaterThan(20);
  });

  it("publishes App Home", async () => {
    await slack.openHome("ada");
    const home = await slack.until(() => slack.home("ada"));
    expect(JSON.stringify(home.definition)).toContain("pick:profile");
  });
});
