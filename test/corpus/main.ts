// `npm run test:corpus -- FOLDER`: all properties over any folder of Dockerfiles, with a summary. Ends with 1 when one does not hold.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openFacts } from "../../server/src/facts";
import { readArguments } from "./arguments";
import { filesBelow, sampleOf } from "./files";
import { measureAll } from "./pool";
import { summarize } from "./summary";
import { work } from "./worker";

async function main(): Promise<void> {
  const { folder, json, sample } = readArguments(process.argv.slice(2));
  const files = filesBelow(folder);
  const chosen = sample === undefined ? files : sampleOf(files, sample);
  const start = performance.now();
  const results = await measureAll(fileURLToPath(import.meta.url), resolve(folder), chosen);
  console.log(summarize(results, (performance.now() - start) / 1000));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, undefined, 1)}\n`);
  const holds = results.every(({ crash, violations }) => crash === undefined && violations.length === 0);
  process.exitCode = holds ? 0 : 1;
}

if (process.argv.includes("--worker")) work(openFacts(resolve("server/data/tables")));
else await main();
