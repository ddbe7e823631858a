import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // The last one's end comes first: what was logged is read before the server goes.
    globalSetup: ["test/logs/collect.ts", "test/server.ts"],
    include: ["test/**/*.test.ts"],
    // Generous: a slow machine is no defect, and no test asserts a time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    // Two cores: more workers only wait for each other and for Postgres.
    maxWorkers: 2,
  },
});
