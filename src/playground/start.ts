import { servePage } from "./page/routes.tsx";
import type { PlaygroundSettings } from "./page/settings.ts";
import { createWorkspace, type Workspace, type WorkspaceOptions } from "./workspace/workspace.ts";

/** What an app needs to talk to the playground as if it were Slack. */
export type PlaygroundDoor = Pick<Workspace, "slackApiUrl" | "botToken" | "appToken" | "signingSecret">;

/** An app that has been started for the playground. */
export interface StartedApp {
  /** Where it takes Slack's requests, for example `http://127.0.0.1:40123/slack/events`; undefined for Socket Mode. */
  readonly url: string | undefined;
  stop(): Promise<void>;
}

export interface PlaygroundOptions extends Omit<WorkspaceOptions, "delivery">, PlaygroundSettings {
  /** Starts the app over the playground's Slack: the same app that runs over the real one. */
  startApp(door: PlaygroundDoor): Promise<StartedApp>;
}

/** A running playground. */
export interface Playground {
  /** What a person opens in the browser. */
  readonly address: string;
  readonly slack: Workspace;
  stop(): Promise<void>;
}

/** Starts a fake workspace, the app in it, and the page over both, on 127.0.0.1. Opens nothing by itself. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const slack = await createWorkspace({ ...options, delivery: "http" });
  slack.serve(servePage(slack, options));
  const app = await options.startApp(slack);
  if (app.url !== undefined) slack.deliverTo(app.url);
  return {
    address: `${slack.address}/`,
    slack,
    async stop() {
      await app.stop();
      await slack.close();
    },
  };
}
