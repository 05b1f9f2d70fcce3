// Which programs do converted Dockerfiles call that Debian's side had, and Alpine's has not? Not part of `npm test`.
// `npm run measure:programs -- FOLDER [--sample N] [--json FILE]`: FOLDER holds Dockerfiles; what Debian's packages hold is read from the
// gathered inputs, as `npm run data` reads them: `../shared/data`, or `$ALPINIZE_DATA_SOURCE`.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openFacts } from "../../server/src/facts";
import { readArguments } from "../corpus/arguments";
import { filesBelow, sampleOf } from "../corpus/files";
import { type Lost, lostPrograms, Programs } from "./lost-programs";

const { folder, json, sample } = readArguments(process.argv.slice(2), "measure:programs");
const tables = resolve("server/data/tables");
const source = resolve(process.env.ALPINIZE_DATA_SOURCE ?? "../shared/data");
if (!existsSync(source)) throw new Error(`${source} is not there: say in $ALPINIZE_DATA_SOURCE where the inputs are.`);
const sides = { facts: openFacts(tables), programs: new Programs(source, tables) };
const files = filesBelow(folder);
const results: { file: string; lost: readonly Lost[] }[] = [];
let converted = 0;
for (const file of sample === undefined ? files : sampleOf(files, sample)) {
  const found = lostPrograms(readFileSync(join(folder, file), "utf8"), sides);
  converted += found.converted;
  if (found.lost.length > 0) results.push({ file, lost: found.lost });
}
const sure = results.filter(({ lost }) => lost.some(({ conditional }) => !conditional));
console.log(
  `${converted} stages converted as a whole; in ${results.length} files a program is lost, in ${sure.length} without a condition`,
);
const byProgram = new Map<string, { file: string; lost: Lost }[]>();
for (const { file, lost } of results)
  for (const one of lost) byProgram.set(one.program, [...(byProgram.get(one.program) ?? []), { file, lost: one }]);
for (const [program, uses] of [...byProgram].sort(([, one], [, other]) => other.length - one.length)) {
  const count = (of: (lost: Lost) => string) => {
    const counts = new Map<string, number>();
    for (const { lost } of uses) counts.set(of(lost), (counts.get(of(lost)) ?? 0) + 1);
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 3)
      .map(([name, times]) => `${name} ${times}`);
  };
  const from = count(({ from, through }) => (through === "" ? from : `${from} ${through}`)).join(", ");
  const [alpine = "nothing"] = uses[0]?.lost.alpine ?? [];
  console.log(
    `${String(uses.length).padStart(5)} ${program} (${from}; ${count(({ by }) => by).join(", ")}; Alpine: ${alpine})`,
  );
  console.log(
    `        ${uses
      .slice(0, 3)
      .map(({ file }) => file)
      .join(", ")}`,
  );
}
if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, undefined, 1)}\n`);
