import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["test/server.ts"],
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores: more workers only wait for each other and for Postgres.
    maxWorkers: 2,
  },
});
