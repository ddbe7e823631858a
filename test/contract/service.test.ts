import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tmpdir } from "node:os";
import { createLog } from "../../src/lib/log.ts";
import { createWorkspace, type Workspace } from "../../src/playground/workspace/workspace.ts";
import { type Service, startService } from "../../src/app/service.ts";
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
    await service.saveRole("U0ADA", "admin");
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

  it("measures itself: answers by verb and outcome, queues, the event loop", async () => {
    await slack.slash("mary", "marketing", "/segment nonsense");
    await slack.until(() => slack.messages("marketing", "mary").at(-1)?.text.includes("nonsense"));
    const answer = await fetch(`http://127.0.0.1:${service.port}/metrics`);
    const text = await answer.text();
    const lines = text.split("\n");
    expect(lines).toContain('segmenta_command_duration_seconds_count{command="help",outcome="ok"} 1');
    expect(lines).toContain('segmenta_command_duration_seconds_count{command="unread",outcome="mistake"} 1');
    expect(lines).toContain('segmenta_jobs{state="queued"} 0');
    expect(lines).toContain('segmenta_oldest_seconds{what="jobs"} 0');
    expect(text).toMatch(/^segmenta_database_wait_seconds 0\.\d+$/mu);
    const posted = 'segmenta_slack_call_duration_seconds_count{method="chat.postMessage",outcome="answered"}';
    expect(lines.find((line) => line.startsWith(posted))).toMatch(/ [1-9]\d*$/u);
    // The acknowledgements so far: of every command, button and event, and of nothing else.
    const acknowledged = /^segmenta_acknowledgement_duration_seconds_count (\d+)$/mu.exec(text)?.[1];
    const requests = /^segmenta_requests_total (\d+)$/mu.exec(text)?.[1];
    expect(acknowledged).toBe(requests);
    // Prometheus' text format: a comment, or a name, perhaps labels, and a number.
    const sample = /^[a-z_]+(?:\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\})? -?[\d.]+(?:e[+-]\d+)?$/;
    expect(lines.filter((line) => line !== "" && !line.startsWith("# ") && !sample.test(line))).toEqual([]);
    expect(lines.some((line) => line.startsWith('segmenta_event_loop_delay_seconds{quantile="0.99"}'))).toBe(
      true,
    );
  });

  it("publishes App Home", async () => {
    await slack.openHome("ada");
    const home = await slack.until(() => slack.home("ada"));
    expect(JSON.stringify(home.definition)).toContain("pick:profile");
  });

  it("reads in a file that an analyst sends, once its mapping is confirmed", async () => {
    const head = "customer_id,order_id,order_date,amount";
    const lines = Array.from({ length: 200 }, (_, i) => {
      const day = String((i % 28) + 1).padStart(2, "0");
      return `C${100 + (i % 60)},O${1000 + i},2024-0${(i % 9) + 1}-${day},${(i % 40) + 5}.50`;
    });
    await slack.upload("ada", "dm", { name: "orders.csv", content: [head, ...lines].join("\n") });
    const card = await slack.until(() =>
      slack.messages("dm", "ada").find(({ text }) => text.includes("This is what I understood")),
    );
    await slack.press("ada", card, "Looks right");
    const answer = await slack.until(() =>
      slack.messages("dm", "ada").find(({ text }) => text.includes("rows are in your base")),
    );
    expect(answer.text).toContain("orders.csv: 200 of 200 rows are in your base.");
    await slack.slash("mary", "marketing", "/segment list");
    const list = await slack.until(
      () =>
        slack.messages("marketing", "mary").at(-1)?.text.includes("60") &&
        slack.messages("marketing", "mary").at(-1),
    );
    expect(list.text).toContain("60");
  });
});
