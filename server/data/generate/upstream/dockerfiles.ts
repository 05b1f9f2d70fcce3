import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseDockerfile } from "../../../src/dockerfile";
import { aptNames, bareName } from "../../../src/model/apt-installed";
import { readBuild } from "../../../src/model/build";
import { withNested } from "../../../src/model/nested";
import type { Gathered } from "./rows";

/** A name that fewer files ask for says more of its author than of what is used. */
const fewest = 2;

/** Larger files are no Dockerfiles. */
const mostBytes = 200_000;

/** How many of the Dockerfiles below a folder install a package with apt, each counted once, whatever the files are called. */
export function countPackages(folder: string): Gathered {
  const counts = new Map<string, number>();
  for (const path of filesBelow(folder)) {
    if (statSync(path).size > mostBytes) continue;
    const { stages } = readBuild(parseDockerfile(readFileSync(path, "utf8")));
    const names = new Set(aptNames(stages.flatMap(({ runs }) => runs.flatMap(withNested))).map(bareName));
    for (const name of names) if (/^[a-z0-9][a-z0-9+.-]+$/.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rows = [...counts].filter(([, count]) => count >= fewest).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return {
    path: "mapping/apt-frequency.tsv",
    header: ["package", "count", "count_recent"],
    rows: rows.map(([name, count]) => [name, String(count), "0"]),
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}
