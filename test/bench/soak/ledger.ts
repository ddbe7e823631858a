import type { Workspace } from "../../../src/playground/workspace/workspace.ts";

/** Counts the bot's answers as they come, by the conversation they stand in: pictures and files belong to one. */
export interface Ledger {
  answersIn(channel: string): number;
  /** Answers that say that something broke on our side. */
  readonly broken: readonly string[];
  close(): void;
}

const pauseMs = 20;
const defect = /Something broke|Algo se rompió|Algo quebrou/;

export function createLedger({ state }: Workspace): Ledger {
  const counts = new Map<string, number>();
  const broken: string[] = [];
  let next = 0;
  function look(): void {
    for (; next < state.messages.length; next += 1) {
      const message = state.messages[next];
      if (message === undefined || message.author !== state.app.user) continue;
      if (message.files.length > 0 || message.threadTs !== undefined) continue;
      counts.set(message.channel, (counts.get(message.channel) ?? 0) + 1);
      if (defect.test(message.text)) broken.push(message.text);
    }
  }
  const timer = setInterval(look, pauseMs);
  return {
    answersIn(channel) {
      look();
      return counts.get(channel) ?? 0;
    },
    broken,
    close: () => clearInterval(timer),
  };
}
