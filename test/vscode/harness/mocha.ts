import { stripVTControlCharacters } from "node:util";
import Mocha from "mocha";

export interface Results {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** One line per test, for people. */
  readonly lines: readonly string[];
}

/**
 * Runs the suites that `load` defines. Mocha's names must stand before a test file is read, so `load` imports
 * the files when it is called.
 * @param onFailure called while a failed test's surroundings still stand.
 */
export async function runSuites(
  load: () => Promise<unknown>,
  timeout: number,
  onFailure?: (title: string) => Promise<void>,
): Promise<Results> {
  const mocha = new Mocha({ ui: "bdd", timeout, reporter: Mocha.reporters.Base });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  if (onFailure) {
    mocha.suite.afterEach(async function () {
      if (this.currentTest?.state === "failed") await onFailure(this.currentTest.fullTitle());
    });
  }
  await load();
  const results = { passed: 0, failed: 0, skipped: 0, lines: [] as string[] };
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on("pass", (test) => {
        results.passed += 1;
        results.lines.push(`  ok    ${test.fullTitle()} (${test.duration ?? 0} ms)`);
      })
      .on("pending", (test) => {
        results.skipped += 1;
        results.lines.push(`  skip  ${test.fullTitle()}`);
      })
      .on("fail", (test, error) => {
        results.failed += 1;
        results.lines.push(`  FAIL  ${test.fullTitle()}\n${indent(error.stack ?? String(error))}`);
      });
  });
  return results;
}

/** Prints the tests and, as the last line, the counts that a summing runner adds. */
export function report(results: Results): boolean {
  for (const line of results.lines) console.log(line);
  console.log(`${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped`);
  return results.failed === 0 && results.passed > 0;
}

function indent(text: string): string {
  return stripVTControlCharacters(text).replace(/^/gm, "        ");
}
