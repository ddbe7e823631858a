import { fileURLToPath } from "node:url";

/**
 * The path of a file that ships with the package (charts, migrations), from `src/`, `dist/` or a bundle alike:
 * all three stand one folder below the package's root.
 */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
