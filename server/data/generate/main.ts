// Writes the shipped tables anew: `npm run data [-- --from FOLDER]`. Same input, same bytes.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { deflateSync } from "node:zlib";
import { allTables } from "./sets";
import { render } from "./tsv";

const { values } = parseArgs({ options: { from: { type: "string" } } });
const source = values.from ?? process.env.ALPINIZE_DATA_SOURCE ?? "../shared/data";
const folder = "server/data/tables";

let deflated = 0;
const written = new Set<string>();
for (const table of allTables({ source, curated: "server/data/curated", gathered: "server/data/gathered" })) {
  const path = join(folder, table.name);
  const text = render(table);
  const before = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  if (before !== text) writeFileSync(path, text);
  written.add(table.name);
  const small = deflateSync(text, { level: 9 }).length;
  deflated += small;
  console.log(
    [
      table.name.padEnd(26),
      `${table.rows.length} rows`.padStart(14),
      `${Math.round(text.length / 1000)} kB`.padStart(9),
      `${Math.round(small / 1000)} kB deflated`.padStart(17),
      summary(before, text),
    ].join(""),
  );
}
for (const name of readdirSync(folder))
  if (!written.has(name)) {
    rmSync(join(folder, name));
    console.log(`${name}: removed, nothing makes it any more`);
  }
console.log(`${(deflated / 1e6).toFixed(2)} MB deflated in all`);

/** How many lines came and went. */
function summary(before: string | undefined, after: string): string {
  if (before === undefined) return "  new";
  if (before === after) return "  unchanged";
  const old = new Set(before.split("\n"));
  const now = new Set(after.split("\n"));
  const came = [...now].filter((line) => !old.has(line)).length;
  const went = [...old].filter((line) => !now.has(line)).length;
  return `  +${came} -${went} lines`;
}
