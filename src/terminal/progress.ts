import { createFormat, type Locale } from "../lib/locale.ts";
import type { Progress } from "../contract/reply.ts";
import type { Screen } from "./terminal-dependencies.ts";

/** Shows how far long work is: a bar that is redrawn, or a plain line per step where nobody sees a terminal. */
export function createProgressBar(screen: Screen, locale: Locale) {
  const format = createFormat(locale, "EUR");
  let lastStep: string | undefined;
  let lastDrawn = 0;
  return {
    show({ step, done, total }: Progress): void {
      const isNew = step !== lastStep;
      lastStep = step;
      if (!screen.errIsTerminal) {
        if (isNew) screen.err(`${step} …\n`);
        return;
      }
      if (!isNew && performance.now() - lastDrawn < 50 && done < total) return;
      lastDrawn = performance.now();
      const share = total > 0 ? Math.min(1, done / total) : undefined;
      const filled = Math.round((share ?? 0) * 24);
      const bar = share === undefined ? "" : `${"█".repeat(filled)}${"░".repeat(24 - filled)} `;
      const amount = share === undefined ? format.number(done) : format.percent(share, 0);
      screen.err(`\r\u001B[K${bar}${amount} ${step}`.slice(0, screen.width + 4));
    },
    /** Takes the bar away, so that the answer stands alone. */
    end(): void {
      if (screen.errIsTerminal && lastStep !== undefined) screen.err("\r\u001B[K");
    },
  };
}
