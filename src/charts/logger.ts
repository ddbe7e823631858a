import type { LoggerInterface } from "vega";

/** Vega-Lite says this of every `fit-x` with a step height, and then does exactly what `fit-x` asks for. */
const harmless = 'Dropping "fit-y" because spec has discrete height.';

/**
 * Vega reports by logging and draws on. Here a warning goes to whoever asked for it, and an error is thrown:
 * half a picture is worse than none.
 */
export function createLogger(onWarning: (warning: string) => void = () => {}): LoggerInterface {
  let level = 0;
  const logger: LoggerInterface = {
    level(value?: number) {
      if (value === undefined) return level;
      level = value;
      return logger;
    },
    error(...parts: unknown[]) {
      throw new Error("the chart could not be drawn", { cause: parts.length === 1 ? parts[0] : parts });
    },
    warn(...parts: unknown[]) {
      const warning = parts.map(String).join(" ");
      if (warning !== harmless) onWarning(warning);
      return logger;
    },
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}
