import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** The repository's root, seen from `out/build/test/bench`. */
const root = join(import.meta.dirname, "../../../..");

/** Where the programs of a benchmark stand and what they share. */
export interface Scene {
  readonly root: string;
  /** Made-up data, kept between runs. */
  readonly data: string;
  /** The compiled programs. */
  readonly work: string;
  /** Those of them that are bundled as the product is. */
  readonly bundle: string;
  readonly references: string;
  /** Address of the PostgreSQL server of this run. */
  readonly server: () => string;
}

/** Lays out the folders; what ships beside the code is linked into the build, as `packageFile` looks for it there. */
export function layOut(server: () => string): Scene {
  const data = join(root, "out/bench");
  mkdirSync(data, { recursive: true });
  for (const shipped of ["charts", "migrations"]) {
    const link = join(root, "out/build", shipped);
    if (!existsSync(link)) symlinkSync(join(root, shipped), link);
  }
  return {
    root,
    data,
    work: join(import.meta.dirname, "work"),
    bundle: join(root, "out/build/bundle"),
    references: join(root, "test/bench/reference"),
    server,
  };
}
