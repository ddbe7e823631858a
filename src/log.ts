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

/** JSON lines to a stream (standard error by default, so that standard output stays the answer's). */
export function createLog(write: (line: string) => void): Log {
  function line(level: string) {
    return (fields: LogFields, sentence: string): void => {
      write(`${JSON.stringify({ time: new Date().toISOString(), level, message: sentence, ...fields })}\n`);
    };
  }
  return { info: line("info"), warn: line("warn"), error: line("error") };
}
