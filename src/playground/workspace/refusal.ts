import type { Objection } from "../validate/validate.ts";

/** Slack says no to a Web API call: its error code, and pointers to what is wrong. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: string;
  readonly messages: readonly string[];

  constructor(code: string, messages: readonly string[] = []) {
    super(code);
    this.code = code;
    this.messages = messages;
  }
}

/** Refuses when a validator objected. */
export function refuseIf(objection: Objection | undefined): void {
  if (objection !== undefined) throw new Refusal(objection.error, objection.messages);
}
