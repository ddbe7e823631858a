/**
 * The element at an index that is known to exist; a wrong index is a defect, not `undefined`.
 *
 * @throws {RangeError} When the index is outside the list.
 * @example
 * at([3, 5], 1); // => 5
 */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return value;
}
