/**
 * Rows in PostgreSQL's binary `COPY` format, written one value after the other into one growing block.
 *
 * @see https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format"
 */
export interface CopyRows {
  /** Begins a row of as many values as the table has columns; call it once before the values. */
  row(): void;
  nothing(): void;
  /** A NUL character, which PostgreSQL's text cannot hold, is left out. */
  text(value: string): void;
  integer(value: number): void;
  bigint(value: number): void;
  double(value: number): void;
  boolean(value: boolean): void;
  /** A `timestamptz` from milliseconds since 1970 UTC. */
  moment(milliseconds: number): void;
  /** A `jsonb` from a value that JSON can hold. */
  json(value: unknown): void;
  /** Rows begun so far. */
  readonly count: number;
  /** Bytes waiting to be taken. */
  readonly size: number;
  /** The bytes since the last call; they are the caller's. */
  take(): Uint8Array;
}

const signature = Buffer.from("PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
/** The count of columns that says "no more rows". */
export const copyEnd: Uint8Array = Buffer.from([0xff, 0xff]);
/** PostgreSQL counts microseconds from 2000-01-01. */
const epoch = Date.UTC(2000, 0, 1);
const blockSize = 1 << 18;
const jsonbVersion = 1;

/** Rows for a table with this many columns. The first `take` begins with the format's signature. */
export function createCopyRows(columns: number): CopyRows {
  let block = Buffer.allocUnsafe(blockSize);
  let view = viewOf(block);
  let size = signature.copy(block);
  let count = 0;

  function room(bytes: number): void {
    if (size + bytes <= block.length) return;
    const larger = Buffer.allocUnsafe(Math.max(block.length * 2, size + bytes));
    block.copy(larger, 0, 0, size);
    block = larger;
    view = viewOf(block);
  }
  function fixed(bytes: number): void {
    room(bytes + 4);
    view.setInt32(size, bytes);
    size += 4;
  }
  function wide(value: number): void {
    fixed(8);
    const high = Math.floor(value / 0x1_0000_0000);
    view.setInt32(size, high);
    view.setUint32(size + 4, value - high * 0x1_0000_0000);
    size += 8;
  }
  /** `prefix` bytes stay free in front of the characters. */
  function characters(value: string, prefix: number): void {
    room(4 + prefix + value.length * 3);
    const start = size + 4 + prefix;
    const bytes = writePlain(value, block, start) ?? writeAny(value, block, start);
    view.setInt32(size, bytes + prefix);
    size = start + bytes;
  }
  return {
    row() {
      room(2);
      view.setInt16(size, columns);
      size += 2;
      count++;
    },
    nothing() {
      room(4);
      view.setInt32(size, -1);
      size += 4;
    },
    text: (value) => characters(value, 0),
    integer(value) {
      fixed(4);
      view.setInt32(size, value);
      size += 4;
    },
    bigint: wide,
    double(value) {
      fixed(8);
      view.setFloat64(size, value);
      size += 8;
    },
    boolean(value) {
      fixed(1);
      view.setInt8(size, value ? 1 : 0);
      size += 1;
    },
    moment: (milliseconds) => wide((milliseconds - epoch) * 1000),
    json(value) {
      const start = size;
      characters(JSON.stringify(value).replaceAll("\\u0000", ""), 1);
      view.setInt8(start + 4, jsonbVersion);
    },
    get count() {
      return count;
    },
    get size() {
      return size;
    },
    take() {
      const taken = block.subarray(0, size);
      block = Buffer.allocUnsafe(blockSize);
      view = viewOf(block);
      size = 0;
      return taken;
    },
  };
}

function viewOf(block: Buffer): DataView {
  return new DataView(block.buffer, block.byteOffset, block.length);
}

const longestPlain = 32;

/** Writes a short text of plain letters, which a loop does faster than a call of `Buffer.write`; undefined for any other. */
function writePlain(value: string, block: Buffer, start: number): number | undefined {
  if (value.length > longestPlain) return undefined;
  for (let place = 0; place < value.length; place++) {
    const code = value.charCodeAt(place);
    if (code === 0 || code > 127) return undefined;
    block[start + place] = code;
  }
  return value.length;
}

function writeAny(value: string, block: Buffer, start: number): number {
  return block.write(value.includes("\0") ? value.replaceAll("\0", "") : value, start);
}
