import { defineConfig } from "vitest/config";

/** What every run of tests shares; `vitest.long.config.ts` takes it for the studies in `test/long`. */
export const shared = {
  // The last one's end comes first: what was logged is read before the server goes.
  globalSetup: ["test/logs/collect.ts", "test/server.ts", "test/bundle.ts"],
  // Files share two processes, and what they import: loading it was half the time. A file leaves nothing behind.
  isolate: false,
  // Generous: a slow machine is no defect, and no test asserts a time.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 60_000 } },
  // Two cores: more workers only wait for each other and for Postgres.
  maxWorkers: 2,
};

export default defineConfig({
  test: { ...shared, include: ["test/**/*.test.ts"], exclude: ["test/long/**"] },
});
