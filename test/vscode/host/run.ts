import { writeFileSync } from "node:fs";
import { runSuites } from "../harness/mocha";

/** Called by VS Code inside its extension host; the launcher reads the results from the file. */
export async function run(): Promise<void> {
  const file = process.env.ALPINIZE_TEST_RESULTS;
  if (!file) throw new Error("ALPINIZE_TEST_RESULTS names no file");
  const results = await runSuites(
    () =>
      Promise.all([
        import("./extension.test"),

        import("./convert.test"),
        import("./language.test"),
      ]),
    12_000,
  );
  writeFileSync(file, JSON.stringify(results));
  if (results.failed > 0) throw new Error(`${results.failed} tests failed`);
}
