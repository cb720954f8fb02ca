import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/integration/**"],
    setupFiles: ["test/support/fast-check.ts"],
    testTimeout: 30_000,
  },
});
