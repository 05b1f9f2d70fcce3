import { describe, expect, it } from "vitest";
import { root } from "../built";
import { facts } from "../facts";
import { readCases, readExpected } from "./cases";
import { diagnosticsFile, outputFiles, outputsOf } from "./outputs";

describe("becomes what is written down beside it", () => {
  it.each(readCases(root))("$name", (golden) => {
    const outputs = outputsOf(golden, facts);
    for (const file of outputFiles) {
      const expected = readExpected(golden, file);
      // Findings are written down where a case is about them; all else that comes out is.
      if (file !== diagnosticsFile || expected !== undefined) expect(outputs.get(file), file).toBe(expected);
    }
  });
});
