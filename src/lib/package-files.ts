import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Sources lie deeper than the bundle: the package's root is the nearest folder above with the package's description. */
function findRoot(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error("package.json of Segmenta was not found above its own files");
  return findRoot(above);
}

const root = findRoot(dirname(fileURLToPath(import.meta.url)));

/** The path of a file that ships with the package (charts, migrations), from the sources and a bundle alike. */
export function packageFile(path: string): string {
  return join(root, path);
}
