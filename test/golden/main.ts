// `npm run golden [-- CASE ...]` names the cases whose results are no longer the expected ones;
// with `--write` their files are written, to be read in the diff before they are committed.
import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openFacts } from "../../server/src/facts";
import { readCases, readExpected } from "./cases";
import { outputFiles, outputsOf } from "./outputs";

const names = process.argv.slice(2).filter((word) => word !== "--write");
const write = process.argv.includes("--write");
const facts = openFacts(resolve("server/data/tables"));
const cases = readCases(resolve("."));
const unknown = names.filter((name) => !cases.some((known) => known.name === name));
if (unknown.length > 0) throw new Error(`There is no case ${unknown.join(", ")} in test/cases.`);

let different = 0;
for (const golden of cases.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const outputs = outputsOf(golden, facts);
  for (const file of outputFiles) {
    const now = outputs.get(file);
    if (now === readExpected(golden, file)) continue;
    different += 1;
    console.log(`test/cases/${golden.name}/${file} ${write ? (now === undefined ? "removed" : "written") : "differs"}`);
    const path = join(golden.folder, file);
    if (!write) continue;
    if (now === undefined) rmSync(path);
    else writeFileSync(path, now);
  }
}
if (different > 0 && !write) process.exitCode = 1;
