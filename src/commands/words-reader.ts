/** The words of a command line after the verb, read one by one by a command. Replaced by the real reader shortly. */
export interface Words {
  readonly text: string;
}
