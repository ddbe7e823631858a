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
  let size = signature.copy(block);
  let count = 0;

  function room(bytes: number): void {
    if (size + bytes <= block.length) return;
    const larger = Buffer.allocUnsafe(Math.max(block.length * 2, size + bytes));
    block.copy(larger, 0, 0, size);
    block = larger;
  }
  function fixed(bytes: number): void {
    room(bytes + 4);
    size = block.writeInt32BE(bytes, size);
  }
  function wide(value: number): void {
    fixed(8);
    const high = Math.floor(value / 0x1_0000_0000);
    size = block.writeInt32BE(high, size);
    size = block.writeUInt32BE(value - high * 0x1_0000_0000, size);
  }
  /** `prefix` bytes stay free in front of the characters. */
  function characters(value: string, prefix: number): void {
    const clean = value.includes("\0") ? value.replaceAll("\0", "") : value;
    room(4 + prefix + clean.length * 3);
    const bytes = block.write(clean, size + 4 + prefix);
    block.writeInt32BE(bytes + prefix, size);
    size += 4 + prefix + bytes;
  }
  return {
    row() {
      room(2);
      size = block.writeInt16BE(columns, size);
      count++;
    },
    nothing() {
      room(4);
      size = block.writeInt32BE(-1, size);
    },
    text: (value) => characters(value, 0),
    integer(value) {
      fixed(4);
      size = block.writeInt32BE(value, size);
    },
    bigint: wide,
    double(value) {
      fixed(8);
      size = block.writeDoubleBE(value, size);
    },
    boolean(value) {
      fixed(1);
      size = block.writeInt8(value ? 1 : 0, size);
    },
    moment: (milliseconds) => wide((milliseconds - epoch) * 1000),
    json(value) {
      const start = size;
      characters(JSON.stringify(value).replaceAll("\\u0000", ""), 1);
      block.writeInt8(jsonbVersion, start + 4);
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
      size = 0;
      return taken;
    },
  };
}
