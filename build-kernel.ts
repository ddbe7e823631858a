import { writeFileSync } from "node:fs";
import { main } from "assemblyscript/asc";

/** Where the compiled kernel stands as source text, so that it needs no file beside the code at run time. */
export const kernelPath = "src/analysis/kernel/bytes.ts";

/**
 * Compiles assembly/ to the text of `kernelPath`; the same sources give the same text.
 *
 * @throws {Error} When the compiler finds a fault, which it tells on standard error.
 */
export async function buildKernel(): Promise<string> {
  let base64 = "";
  const { error } = await main(["assembly/index.ts", "--outFile", "kernel.wasm", ...flags], {
    stderr: process.stderr,
    writeFile(_name, contents) {
      base64 = Buffer.from(contents).toString("base64");
    },
  });
  if (error !== null) throw new Error("the kernel does not compile", { cause: error });
  return textOf(base64);
}

const flags = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd"];

function textOf(base64: string): string {
  const lines = (base64.match(/.{1,100}/g) ?? []).map((line) => `  "${line}"`);
  return `// Generated from assembly/ by \`npm run kernel\`; a test compares the two.

/** A WebAssembly module in base64. */
export const kernelBase64 =
${lines.join(" +\n")};
`;
}

if (import.meta.filename === process.argv[1]) writeFileSync(kernelPath, await buildKernel());
