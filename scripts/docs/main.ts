// Writes what is made from the rules: `npm run docs`. The working directory is the root of the project.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { generatedFiles } from "./files";

for (const { path, write } of generatedFiles) {
  const current = existsSync(path) ? readFileSync(path, "utf8") : "";
  const next = write(current);
  if (next !== current) writeFileSync(path, next);
}
