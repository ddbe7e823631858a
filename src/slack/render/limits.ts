/**
 * Slack's limits, in one place. Lengths are in UTF-16 units, which is never less than what Slack counts.
 * Whatever leaves this room is fitted to them: one cell too long loses the whole message (`invalid_blocks`).
 */
export const limits = {
  blocks: { message: 50, modal: 100, home: 100 },
  /** Text in all blocks of a message; about 11,300 is refused, so there is room for what Slack counts and we do not. */
  blockCharacters: 9_000,
  /** Aim for the plain text of a message; Slack cuts at 40,000. */
  messageText: 3_900,
  header: 150,
  section: 3_000,
  sectionFields: 10,
  field: 2_000,
  contextElements: 10,
  contextText: 2_000,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  options: 100,
  optionText: 75,
  optionValue: 75,
  identifier: 255,
  imageAlt: 2_000,
  imageTitle: 2_000,
  table: { rows: 100, columns: 20, characters: 10_000 },
  modal: { title: 24, button: 24, metadata: 3_000, label: 2_000, hint: 2_000, inputText: 3_000 },
  /** Milliseconds that Slack waits for an acknowledgement. */
  acknowledgeMs: 3_000,
  /** Seconds that a request's clock may be off, in either direction. */
  signatureAgeSeconds: 300,
  responseUrl: { uses: 5, minutes: 30 },
  /** Milliseconds between two posts to one channel. */
  postIntervalMs: 1_000,
  /** Of a request; Slack sends far less. */
  bodyBytes: 1_048_576,
  slashCommand: 32,
  appName: 35,
} as const;
