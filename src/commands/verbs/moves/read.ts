import { type Keyword } from "../../grammar/keywords.ts";
import { type SegmentReference, takeSegmentBefore } from "../../grammar/segment-reader.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { type Since, takeSince } from "./since.ts";

/** Which moves are meant; what is not said is undefined. */
export interface MovesAsked {
  readonly from: SegmentReference | undefined;
  readonly to: SegmentReference | undefined;
  readonly since: Since | undefined;
}

/**
 * `from <segment>`, `to <segment>` and `since <time>` in any order; each once.
 *
 * @param others Keywords that may follow, and end a segment's name.
 */
export function takeMoves(words: Words, ...others: readonly Keyword[]): MovesAsked {
  let from: SegmentReference | undefined;
  let to: SegmentReference | undefined;
  let since: Since | undefined;
  for (;;) {
    if (from === undefined && words.takeKeyword("from")) {
      from = takeSegmentBefore(words, "to", "since", ...others);
    } else if (to === undefined && words.takeKeyword("to")) {
      to = takeSegmentBefore(words, "from", "since", ...others);
    } else if (since === undefined && words.takeKeyword("since")) since = takeSince(words);
    else return { from, to, since };
  }
}
