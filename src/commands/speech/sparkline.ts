const bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"] as const;
/** What differs by less than this part of the largest value looks level: a picture must not make much of little. */
const leastSpan = 0.2;

/**
 * Values as a small picture in text, the lowest as the lowest bar.
 *
 * @param values At least one, none negative, oldest first.
 * @example
 * sparkline([100, 100, 150, 200]); // => "▁▁▄▇"
 */
export function sparkline(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(high - low, leastSpan * high, 1);
  const floor = (low + high - span) / 2;
  const top = bars.length - 1;
  return values.map((value) => bars[Math.round(((value - floor) / span) * top)]).join("");
}
