import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { generatedFiles } from "../../scripts/docs/files";
import { rules } from "../../server/src/rules";

const read = (path: string) => {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

it.each(generatedFiles.map(({ path, write }) => [path, write] as const))(
  "%s is what `npm run docs` writes now",
  (path, write) => {
    const current = read(path);
    expect(write(current)).toBe(current);
  },
);

describe("docs/rules.md", () => {
  it("has a heading for each rule, which links lead to", () => {
    const headings = [...read("docs/rules.md").matchAll(/^## (.+)$/gm)].map(([, name]) => name);
    expect(headings).toEqual(rules.map(({ name }) => name));
  });
});
