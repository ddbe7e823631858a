import { App, HTTPReceiver, type Logger, LogLevel, type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { PlaygroundDoor } from "../../src/playground/start.ts";

/** A small Bolt app that stands in for the real one: enough of everything to try the fake with. */
export interface TinyApp {
  /** Where it takes requests; undefined for Socket Mode. */
  readonly url: string | undefined;
  readonly client: WebClient;
  stop(): Promise<void>;
}

/** Says nothing: the refusals that these tests provoke would fill the screen. */
export const quiet: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** Starts the app on a free port, or connects it by Socket Mode, as the workspace delivers. */
export async function startTinyApp(slack: PlaygroundDoor, delivery: "http" | "socket"): Promise<TinyApp> {
  const receiver = delivery === "http" ? httpReceiver(slack) : socketReceiver(slack);
  const app = new App({
    receiver,
    token: slack.botToken,
    logger: quiet,
    clientOptions: { slackApiUrl: slack.slackApiUrl, retryConfig: { retries: 0 } },
  });
  listen(app);
  const server = await app.start(0);
  const address = server !== undefined && "address" in server ? server.address() : null;
  const port = address !== null && typeof address === "object" ? address.port : undefined;
  const url = port === undefined ? undefined : `http://127.0.0.1:${port}/slack/events`;
  return { url, client: app.client, stop: async () => void (await app.stop()) };
}

function httpReceiver({ signingSecret }: PlaygroundDoor): Receiver {
  return new HTTPReceiver({ signingSecret, logger: quiet });
}

function socketReceiver({ appToken, slackApiUrl }: PlaygroundDoor): Receiver {
  return new SocketModeReceiver({
    appToken,
    logger: quiet,
    installerOptions: { clientOptions: { slackApiUrl } },
  });
}

const form = {
  type: "modal" as const,
  callback_id: "rename",
  title: { type: "plain_text" as const, text: "Rename" },
  submit: { type: "plain_text" as const, text: "Save" },
  close: { type: "plain_text" as const, text: "Cancel" },
  blocks: [
    {
      type: "input" as const,
      block_id: "name",
      label: { type: "plain_text" as const, text: "Name" },
      element: { type: "plain_text_input" as const, action_id: "text" },
    },
    {
      type: "input" as const,
      block_id: "segment",
      label: { type: "plain_text" as const, text: "Segment" },
      element: { type: "external_select" as const, action_id: "segment", min_query_length: 0 },
    },
  ],
};

function card(text: string) {
  return [
    { type: "section" as const, text: { type: "mrkdwn" as const, text } },
    {
      type: "actions" as const,
      elements: [
        {
          type: "button" as const,
          text: { type: "plain_text" as const, text: "Rename" },
          action_id: "open",
        },
        {
          type: "button" as const,
          text: { type: "plain_text" as const, text: "Again" },
          action_id: "again",
          value: "profile 2",
        },
      ],
    },
  ];
}

const segments = ["Loyal families", "Bargain hunters", "New & curious"];

function listen(app: App): void {
  app.command("/segment", async ({ ack, command, respond, client }) => {
    await ack();
    if (command.text === "alone") await respond({ text: "just for you" });
    else
      await client.chat.postMessage({
        channel: command.channel_id,
        text: command.text,
        blocks: card(`*${command.text}*`),
      });
  });
  app.event("app_mention", async ({ event, say }) => void (await say({ text: `you said ${event.text}` })));
  app.message(async ({ message, say, client }) => {
    if (message.subtype === "file_share") {
      const info = await client.files.info({ file: message.files?.[0]?.id ?? "" });
      await say(`got ${info.file?.name}, ${info.file?.size} bytes`);
    } else if (message.subtype === undefined) await say(`echo ${message.text}`);
  });
  app.action("open", async ({ ack, body, client }) => {
    await ack();
    if ("trigger_id" in body) await client.views.open({ trigger_id: body.trigger_id, view: form });
  });
  app.action("again", async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: "pressed" });
  });
  app.options("segment", async ({ ack, payload }) => {
    const found = segments.filter((name) => name.toLowerCase().includes(payload.value.toLowerCase()));
    await ack({
      options: found.map((name) => ({ text: { type: "plain_text", text: name }, value: name })),
    });
  });
  app.view("rename", async ({ ack, view, body, client }) => {
    const name = view.state.values["name"]?.["text"]?.value ?? "";
    if (name.length < 3)
      return await ack({ response_action: "errors", errors: { name: "At least three letters." } });
    await ack();
    const segment = view.state.values["segment"]?.["segment"]?.selected_option?.value ?? "nobody";
    await client.chat.postMessage({ channel: body.user.id, text: `${segment} is now ${name}` });
  });
  app.shortcut("profile", async ({ ack, respond }) => {
    await ack();
    await respond({ text: "profiled" });
  });
  app.event("app_home_opened", async ({ event, client }) => {
    if (event.tab === "home")
      await client.views.publish({ user_id: event.user, view: { type: "home", blocks: card("Home") } });
  });
}
