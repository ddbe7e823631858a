import { kernelBase64 } from "./bytes.ts";

/**
 * The compiled inner loops (assembly/, two or four numbers at a time). Addresses are byte offsets into its one memory, which
 * belongs to who opened it last.
 */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  interleave(from: number, to: number, pairs: number, columns: number): void;
  place(
    model: number,
    k: number,
    columns: number,
    block: number,
    ...pairsLabelsRows: readonly number[]
  ): void;
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
let lastOwner: object | undefined;

/**
 * The kernel with a memory of at least so many bytes; started by its first use, once per thread.
 *
 * @param bytes Views of `memory.buffer` made before are of no use afterwards: the memory may have moved.
 * @param owner Whoever lays the memory out. What it laid out stands there until another opens the kernel.
 * @returns Whether what the owner laid out still stands.
 * @example
 * openKernel(100_000, {}).stands; // => false
 */
export function openKernel(
  bytes: number,
  owner: object,
): { readonly kernel: Kernel; readonly stands: boolean } {
  const stands = owner === lastOwner;
  lastOwner = owner;
  return { kernel: kernelOf(bytes), stands };
}

function kernelOf(bytes: number): Kernel {
  started ??= start();
  const missing = bytes - started.memory.buffer.byteLength;
  if (missing > 0) started.memory.grow(Math.ceil(missing / pageBytes));
  return started;
}

function start(): Kernel {
  const bytes = Uint8Array.from(atob(kernelBase64), (character) => character.codePointAt(0) ?? 0);
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Kernel;
}
