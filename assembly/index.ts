// AssemblyScript, not TypeScript: `npm run kernel` compiles it to src/analysis/kernel/bytes.ts. Addresses are byte offsets in
// a memory that its callers there lay out. Rows share a SIMD register, and sums run over columns, and over rows, in ascending
// order: plain TypeScript (test/analysis/kernel/twin.ts) gives the same bits, and the same silhouettes to 1e-6.
export { compare } from "./compare";
export { interleave } from "./interleave";
export { place } from "./place";
