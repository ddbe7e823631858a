import { defineConfig } from "vitest/config";
import { shared } from "./vitest.config.ts";

/** `npm run test:long`: studies that take minutes, on published files where they are there, before work is called done. */
export default defineConfig({
  test: { ...shared, include: ["test/long/**/*.test.ts"], testTimeout: 600_000, hookTimeout: 600_000 },
});
