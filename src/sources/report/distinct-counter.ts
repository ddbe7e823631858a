const smallest = 1 << 10;
const fullest = 0.5;

/** Counts different texts while rows stream by, without keeping them. */
export interface DistinctCounter {
  /** Whether the text is new. */
  add(text: string): boolean;
  count(): number;
}

/**
 * A counter that keeps 53 bits of each text, 16 bytes or so: a million customers in 16 MB, with one chance in 18,000 that
 * two of them are taken for one.
 *
 * @see Bryc, cyrb53: a 53-bit hash of two multiplicative lanes. O(1) a text.
 */
export function createDistinctCounter(): DistinctCounter {
  let slots = new Float64Array(smallest);
  let count = 0;
  let last: string | undefined;

  function place(hash: number, into: Float64Array): number {
    const mask = into.length - 1;
    let position = hash % into.length;
    while (into[position] !== 0 && into[position] !== hash) position = (position + 1) & mask;
    return position;
  }

  function grow(): void {
    const larger = new Float64Array(slots.length * 2);
    for (const hash of slots) if (hash !== 0) larger[place(hash, larger)] = hash;
    slots = larger;
  }

  return {
    add(text) {
      // Lines of one order stand together.
      if (text === last) return false;
      last = text;
      const hash = hashOf(text);
      const position = place(hash, slots);
      if (slots[position] === hash) return false;
      slots[position] = hash;
      count++;
      if (count > slots.length * fullest) grow();
      return true;
    },
    count: () => count,
  };
}

/** 53 bits, never 0. */
function hashOf(text: string): number {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let position = 0; position < text.length; position++) {
    const code = text.charCodeAt(position);
    one = Math.imul(one ^ code, 2_654_435_761);
    other = Math.imul(other ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
  other = Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & other) + (one >>> 0) || 1;
}
