import { type Channel, directMessage, findChannel, type Person, type State } from "./state.ts";

/**
 * The person with this handle or id.
 *
 * @throws {Error} When there is nobody: a test that speaks as nobody must fail.
 */
export function personNamed(state: State, name: string): Person {
  const found = state.people.get(name) ?? [...state.people.values()].find((person) => person.name === name);
  if (found === undefined) throw new Error(`there is no person "${name}"`);
  return found;
}

/**
 * The channel with this name or id; `dm` is the direct message between the person and the bot.
 *
 * @throws {Error} When there is none.
 */
export function channelNamed(state: State, name: string, user: string): Channel {
  if (name === "dm") return directMessage(state, user);
  const found = findChannel(state, name);
  if (found === undefined) throw new Error(`there is no channel "${name}"`);
  return found;
}
