import type { Person, State } from "../workspace/state.ts";
import { type PageWords, wordsFor } from "./words.ts";

/** Who looks at the page: every fragment is drawn for one person. */
export interface Viewer {
  readonly state: State;
  readonly person: Person;
  readonly words: PageWords;
}

export function viewerFor(state: State, person: Person): Viewer {
  return { state, person, words: wordsFor(person.locale) };
}

/** A message's time of day, as the viewer writes it: `10:03 AM`. */
export function timeOf({ person }: Viewer, ts: string): string {
  return new Date(Number(ts) * 1000).toLocaleTimeString(person.locale, {
    hour: "numeric",
    minute: "2-digit",
    timeZone: person.timeZone,
  });
}

/** A message's day: "Today", or `Monday, March 2`. */
export function dayOf({ person, words, state }: Viewer, ts: string): string {
  const day = (date: Date) => date.toLocaleDateString("en-CA", { timeZone: person.timeZone });
  const date = new Date(Number(ts) * 1000);
  const now = state.now();
  if (day(date) === day(now)) return words.today;
  if (day(date) === day(new Date(now.getTime() - 86_400_000))) return words.yesterday;
  return date.toLocaleDateString(person.locale, {
    weekday: "long",
    month: "long",
    day: "numeric",
    timeZone: person.timeZone,
  });
}

/** The address of a file as the page reads it. */
export function fileAddress(viewer: Viewer, id: string): string {
  return `/page/files/${id}?user=${viewer.person.id}`;
}
