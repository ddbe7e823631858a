import { kernelBase64 } from "./bytes.ts";

/**
 * The compiled inner loops (assembly/, two numbers at a time). Addresses are byte offsets into its one memory, which has no
 * owner between two calls of ours: whoever computes lays it out anew.
 */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  place(model: number, k: number, columns: number, block: number, rows: number): void;
  compare(points: number, weights: number, columns: number, ...rowsAndSums: readonly number[]): void;
}

// Node and browsers have these; `analysis/` is compiled without the types of either.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};
declare function atob(base64: string): string;

const pageBytes = 65_536;
let started: Kernel | undefined;

/**
 * The kernel with a memory of at least so many bytes; started by its first use, once per thread.
 *
 * @param bytes Views of `memory.buffer` made before are of no use afterwards: the memory may have moved.
 * @example
 * openKernel(100_000).memory.buffer.byteLength >= 100_000; // => true
 */
export function openKernel(bytes: number): Kernel {
  started ??= start();
  const missing = bytes - started.memory.buffer.byteLength;
  if (missing > 0) started.memory.grow(Math.ceil(missing / pageBytes));
  return started;
}

function start(): Kernel {
  const bytes = Uint8Array.from(atob(kernelBase64), (character) => character.codePointAt(0) ?? 0);
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Kernel;
}
