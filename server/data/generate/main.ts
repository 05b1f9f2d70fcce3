// Writes the shipped tables anew: `npm run data [-- --from FOLDER]`. Same input, same bytes.
// `--alpine`, `--debian`, `--library`, `--dockerfiles`, `--registry` read the upstreams' own files first, `--keep FOLDER` keeps what was read to be given as
// `--from` the next time: see ../README.md.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { deflateSync } from "node:zlib";
import { makeTables } from "./sets";
import { type Inputs, render, type TableFile } from "./tsv";
import { gather, isAnyGiven } from "./upstream/gather";

const { values } = parseArgs({
  options: {
    from: { type: "string" },
    to: { type: "string", default: "server/data/tables" },
    alpine: { type: "string" },
    debian: { type: "string", multiple: true },
    library: { type: "string" },
    dockerfiles: { type: "string" },
    registry: { type: "string" },
    prefix: { type: "string", default: "library/" },
    day: { type: "string", default: new Date().toISOString().slice(0, 10) },
    keep: { type: "string" },
  },
});
const source = values.from ?? process.env.ALPINIZE_DATA_SOURCE ?? "../shared/data";
const folder = values.to ?? "";
const base = {
  source,
  curated: "server/data/curated",
  // A folder that `--keep` made has its own.
  gathered: existsSync(join(source, "gathered")) ? join(source, "gathered") : "server/data/gathered",
  shipped: folder,
};

/** What the tables may take in the extension, in bytes. */
const bound = 2_000_000;

run().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function run(): Promise<void> {
  const { alpine, debian, library, dockerfiles, registry, prefix = "", day = "", keep } = values;
  const upstreams = { alpine, debian, library, dockerfiles, registry, prefix, day };
  if (existsSync(source) && !isAnyGiven(upstreams)) return write(base);
  if (!existsSync(source)) console.log(`${source} is not there: what no flag names is taken from the tables that ship`);
  const work = mkdtempSync(join(tmpdir(), "alpinize-data-"));
  try {
    for (const line of await gather(upstreams, base, work)) console.log(line);
    write({ ...base, source: work, gathered: join(work, "gathered") });
    if (keep !== undefined) cpSync(work, keep, { recursive: true, dereference: true });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function write(inputs: Inputs): void {
  const { tables, kept } = makeTables(inputs);
  mkdirSync(folder, { recursive: true });
  for (const table of tables) console.log(writeTable(table));
  for (const { set, why } of kept) console.log(`${set}: kept as they are, as ${why}`);
  const made = new Set(tables.map(({ name }) => name));
  const others = readdirSync(folder).filter((name) => !made.has(name));
  if (kept.length === 0)
    for (const name of others) {
      rmSync(join(folder, name));
      console.log(`${name}: removed, nothing makes it any more`);
    }
  const deflated = readdirSync(folder).reduce((sum, name) => sum + small(readFileSync(join(folder, name), "utf8")), 0);
  console.log(`${(deflated / 1e6).toFixed(2)} MB deflated in all`);
  if (deflated > bound)
    console.log(`more than ${bound / 1e6} MB: the tests will refuse it, so some table has to hold less`);
}

function writeTable(table: TableFile): string {
  const path = join(folder, table.name);
  const text = render(table);
  const before = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  if (before !== text) writeFileSync(path, text);
  return [
    table.name.padEnd(26),
    `${table.rows.length} rows`.padStart(14),
    `${Math.round(text.length / 1000)} kB`.padStart(9),
    `${Math.round(small(text) / 1000)} kB deflated`.padStart(17),
    summary(before, text),
  ].join("");
}

function small(text: string): number {
  return deflateSync(text, { level: 9 }).length;
}

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
