import { join, resolve } from "node:path";

/** Everything that the environment decides. The only reader of `process.env`. */
export interface Config {
  /** A PostgreSQL address; undefined means the embedded server in `home`. */
  readonly databaseUrl: string | undefined;
  /** Absolute path of the folder of the embedded server, its lock and its log. */
  readonly home: string;
  /** The system's language tag, for the terminal. */
  readonly language: string | undefined;
  /** The operating system's user, the actor at the terminal. */
  readonly user: string;
  /** ISO 4217 code used until the team sets one. */
  readonly currency: string;
  /** Tokens of the real Slack; undefined means the playground. */
  readonly slack: SlackTokens | undefined;
  /** Where HTTP is answered; undefined unless somebody said where. */
  readonly port: number | undefined;
}

/** What Slack gave the app; without an app-level token Slack comes by HTTP, signed with the secret. */
export interface SlackTokens {
  readonly bot: string;
  readonly app: string | undefined;
  readonly signingSecret: string | undefined;
  /** Where the Web API is, for GovSlack or a proxy; Slack's own unless said. */
  readonly apiUrl: string | undefined;
}

/** Reads the environment; `home` is `.segmenta` in the working folder unless SEGMENTA_HOME names another. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  return {
    databaseUrl: environment["DATABASE_URL"] || undefined,
    home: resolve(environment["SEGMENTA_HOME"] || join(process.cwd(), ".segmenta")),
    language: environment["LC_ALL"] || environment["LANG"],
    user: environment["USER"] || "terminal",
    currency: environment["SEGMENTA_CURRENCY"] || "EUR",
    slack: readTokens(environment),
    port: Number(environment["PORT"]) || undefined,
  };
}

function readTokens(environment: NodeJS.ProcessEnv): SlackTokens | undefined {
  const bot = environment["SLACK_BOT_TOKEN"];
  if (!bot) return undefined;
  return {
    bot,
    app: environment["SLACK_APP_TOKEN"] || undefined,
    signingSecret: environment["SLACK_SIGNING_SECRET"] || undefined,
    apiUrl: environment["SLACK_API_URL"] || undefined,
  };
}
