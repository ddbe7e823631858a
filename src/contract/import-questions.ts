/** What an import asks before it stores anything, because a file has two readings (`data.read.questions`). */
export type ImportQuestion = {
  /** What it is about: `customer`, `at`, `decimal`, `status`, … */
  readonly id: string;
  readonly text: string;
  /** The likelier reading first: it is preselected. */
  readonly choices: readonly ImportChoice[];
};

export type ImportChoice = {
  /** The answer as `--set` and mapping files take it: `customer=row`. */
  readonly option: string;
  /** What the file then is, in figures. */
  readonly effect: string;
};
