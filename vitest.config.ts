import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // A busy machine is no failure: what never ends is what this stops.
    testTimeout: 60_000,
    include: ["test/**/*.test.ts"],
    exclude: ["test/vscode/**", "node_modules/**"],
  },
});
