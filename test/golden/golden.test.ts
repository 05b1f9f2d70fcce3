import { describe, expect, it } from "vitest";
import { root } from "../built";
import { facts } from "../facts";
import { readCases, readExpected } from "./cases";
import { outputFiles, outputsOf } from "./outputs";

describe("becomes what is written down beside it", () => {
  const written = (golden: ReturnType<typeof readCases>[number]) =>
    outputFiles.filter((file) => readExpected(golden, file) !== undefined);

  it.each(readCases(root).filter((golden) => written(golden).length > 0))("$name", (golden) => {
    const outputs = outputsOf(golden, facts);
    for (const file of written(golden)) expect(outputs.get(file), file).toBe(readExpected(golden, file));
  });
});
