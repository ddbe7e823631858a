import { words } from "../../lib/words.ts";
import type { Locale } from "../../lib/locale.ts";
import { scopes } from "../client/scopes.ts";

/** One thing about Slack that was looked at, and what to do about it. */
export interface SlackFinding {
  readonly state: "good" | "warning" | "bad";
  readonly what: string;
  readonly text: string;
}

/** What to look at: tokens as the environment has them. */
export interface SlackToCheck {
  readonly botToken: string;
  readonly appToken: string | undefined;
  readonly signingSecret: string | undefined;
  /** Slack's own unless said. */
  readonly slackApiUrl?: string;
}

const says = words({
  en: {
    token: "Slack: bot token",
    door: "Slack: way in",
    scopes: "Slack: scopes",
    clock: "Slack: clock",
    works: (team: string) => `works in ${team}`,
    refused: (error: string) => `refused (${error}): copy it again from "OAuth & Permissions"`,
    unreachable: "slack.com cannot be reached from here",
    socket: "Socket Mode opens",
    http: "signed HTTP; Slack must reach https://<your host>/slack/events",
    noDoor: "set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)",
    allScopes: "all there",
    missing: (names: string) => `missing: ${names}. Apply manifest.json and install the app again`,
    clockRight: "right",
    clockOff: (seconds: number) => `${seconds} s off: from 300 s on, every request of Slack's is refused`,
  },
  es: {
    token: "Slack: token del bot",
    door: "Slack: entrada",
    scopes: "Slack: permisos",
    clock: "Slack: reloj",
    works: (team) => `funciona en ${team}`,
    refused: (error) => `rechazado (${error}): cópialo de nuevo de "OAuth & Permissions"`,
    unreachable: "desde aquí no se llega a slack.com",
    socket: "Socket Mode se abre",
    http: "HTTP firmado; Slack debe llegar a https://<tu servidor>/slack/events",
    noDoor: "define SLACK_APP_TOKEN (Socket Mode) o SLACK_SIGNING_SECRET (HTTP)",
    allScopes: "completos",
    missing: (names) => `faltan: ${names}. Aplica manifest.json e instala la aplicación de nuevo`,
    clockRight: "en hora",
    clockOff: (seconds) => `desviado ${seconds} s: a partir de 300 s se rechaza todo lo que envía Slack`,
  },
  pt: {
    token: "Slack: token do bot",
    door: "Slack: entrada",
    scopes: "Slack: permissões",
    clock: "Slack: relógio",
    works: (team) => `funciona em ${team}`,
    refused: (error) => `recusado (${error}): copie de novo de "OAuth & Permissions"`,
    unreachable: "daqui não se chega a slack.com",
    socket: "o Socket Mode abre",
    http: "HTTP assinado; o Slack precisa alcançar https://<seu servidor>/slack/events",
    noDoor: "defina SLACK_APP_TOKEN (Socket Mode) ou SLACK_SIGNING_SECRET (HTTP)",
    allScopes: "completas",
    missing: (names) => `faltam: ${names}. Aplique o manifest.json e instale o aplicativo de novo`,
    clockRight: "certo",
    clockOff: (seconds) => `${seconds} s fora: a partir de 300 s tudo o que o Slack envia é recusado`,
  },
});

/** What Slack answered to one call. */
interface Answer {
  readonly ok: boolean;
  readonly error: string;
  readonly team: string;
  readonly scopes: readonly string[];
  /** How far Slack's clock is ahead of ours. */
  readonly aheadSeconds: number;
}

const clockTolerance = { warning: 30, bad: 240 };

/** Checks tokens, scopes and the clock against Slack itself, changing nothing. */
export async function examineSlack(given: SlackToCheck, locale: Locale): Promise<readonly SlackFinding[]> {
  const words = says[locale];
  const bot = await call("auth.test", given.botToken, given.slackApiUrl);
  if (bot === undefined) return [{ state: "bad", what: words.token, text: words.unreachable }];
  if (!bot.ok) return [{ state: "bad", what: words.token, text: words.refused(bot.error) }];
  return [
    { state: "good", what: words.token, text: words.works(bot.team) },
    scopeFinding(bot.scopes, locale),
    clockFinding(bot.aheadSeconds, locale),
    await doorFinding(given, locale),
  ];
}

async function call(
  method: string,
  token: string,
  api = "https://slack.com/api/",
): Promise<Answer | undefined> {
  try {
    const response = await fetch(new URL(method, api), {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    });
    const { ok, error, team } = (await response.json()) as Partial<Answer>;
    return {
      ok: ok === true,
      error: error ?? "",
      team: team ?? "",
      scopes: (response.headers.get("x-oauth-scopes") ?? "").split(",").map((name) => name.trim()),
      aheadSeconds: (Date.parse(response.headers.get("date") ?? "") - Date.now()) / 1_000,
    };
  } catch {
    return undefined;
  }
}

function scopeFinding(granted: readonly string[], locale: Locale): SlackFinding {
  const words = says[locale];
  const missing = scopes.filter(({ name }) => !granted.includes(name));
  if (missing.length === 0) return { state: "good", what: words.scopes, text: words.allScopes };
  const state = missing.every(({ isOptional }) => isOptional) ? "warning" : "bad";
  return { state, what: words.scopes, text: words.missing(missing.map(({ name }) => name).join(", ")) };
}

function clockFinding(aheadSeconds: number, locale: Locale): SlackFinding {
  const words = says[locale];
  const off = Math.round(Math.abs(aheadSeconds));
  if (off < clockTolerance.warning) return { state: "good", what: words.clock, text: words.clockRight };
  const state = off < clockTolerance.bad ? "warning" : "bad";
  return { state, what: words.clock, text: words.clockOff(off) };
}

async function doorFinding(given: SlackToCheck, locale: Locale): Promise<SlackFinding> {
  const words = says[locale];
  const what = words.door;
  if (given.appToken !== undefined) {
    const opened = await call("apps.connections.open", given.appToken, given.slackApiUrl);
    if (opened?.ok === true) return { state: "good", what, text: words.socket };
    return {
      state: "bad",
      what,
      text: opened === undefined ? words.unreachable : words.refused(opened.error),
    };
  }
  if (given.signingSecret !== undefined) return { state: "good", what, text: words.http };
  return { state: "bad", what, text: words.noDoor };
}
