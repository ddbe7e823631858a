import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorkspace, type Workspace } from "../../../src/playground/workspace/workspace.ts";
import { examineSlack } from "../../../src/slack/operations/doctor.ts";
import { scopes } from "../../../src/slack/client/scopes.ts";

describe("the doctor's look at Slack", () => {
  const names = scopes.map(({ name }) => name);
  let slack: Workspace;
  beforeAll(async () => {
    slack = await createWorkspace({ delivery: "http", scopes: names });
  });
  afterAll(() => slack.close());

  const look = (given: object = {}) => examineSlack({ ...slack, signingSecret: undefined, ...given }, "en");
  const states = async (given: object = {}) => (await look(given)).map(({ state }) => state);

  it("finds everything in order with both tokens", async () => {
    expect(await states()).toEqual(["good", "good", "good", "good"]);
  });

  it("says which token is wrong", async () => {
    expect(await look({ botToken: "xoxb-other" })).toEqual([
      {
        state: "bad",
        what: "Slack: bot token",
        text: expect.stringContaining("refused (invalid_auth)") as string,
      },
    ]);
    expect(await states({ appToken: "xapp-other" })).toEqual(["good", "good", "good", "bad"]);
  });

  it("asks for a way in", async () => {
    expect((await look({ appToken: undefined })).at(-1)?.text).toContain("SLACK_APP_TOKEN");
    expect(await states({ appToken: undefined, signingSecret: "secret" })).toEqual([
      "good",
      "good",
      "good",
      "good",
    ]);
  });

  it("names missing scopes, as a warning where the bot works without them", async () => {
    const optional = await createWorkspace({
      delivery: "http",
      scopes: names.filter((name) => name !== "files:read"),
    });
    const needed = await createWorkspace({
      delivery: "http",
      scopes: names.filter((name) => name !== "chat:write"),
    });
    const found = [await look(optional), await look(needed)].map((findings) => findings[1]);
    expect(found.map((finding) => finding?.state)).toEqual(["warning", "bad"]);
    expect(found[1]?.text).toContain("chat:write");
    await Promise.all([optional.close(), needed.close()]);
  });

  it("says that Slack cannot be reached", async () => {
    expect((await look({ slackApiUrl: "http://127.0.0.1:9/api/" }))[0]?.text).toContain("cannot be reached");
  });
});
