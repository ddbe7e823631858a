import { channel } from "node:diagnostics_channel";

/** A fixed sentence and fields; never a name, an e-mail, a token, SQL or message text. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  /** Something happened, a user's typo included. */
  info(fields: LogFields, sentence: string): void;
  /** We retried. */
  warn(fields: LogFields, sentence: string): void;
  /** A person must act. */
  error(fields: LogFields, sentence: string): void;
}

/** Every line of this process, for who listens in: the test run, which reads them all. */
const everyLine = channel("segmenta.log");

/** JSON lines to a stream (standard error by default, so that standard output stays the answer's). */
export function createLog(write: (line: string) => void): Log {
  function line(level: string) {
    return (fields: LogFields, sentence: string): void => {
      const entry = `${JSON.stringify({ time: new Date().toISOString(), level, message: sentence, ...fields })}\n`;
      everyLine.publish(entry);
      write(entry);
    };
  }
  return { info: line("info"), warn: line("warn"), error: line("error") };
}
