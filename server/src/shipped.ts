import { readdirSync } from "node:fs";
import { join } from "node:path";
import manifest from "../../package.json";
import { openFacts, type ShippedFacts } from "./facts";

/** What the faces know of the package they are shipped in. */
export const version: string = manifest.version;

/** The bundles stand in `dist/`, beside the folder of the data. */
const tablesFolder = join(__dirname, "../server/data/tables");

let facts: ShippedFacts | undefined;

/**
 * The shipped tables, opened at the first question.
 * @throws Error with a message for people when they cannot be read.
 */
export function shippedFacts(): ShippedFacts {
  try {
    facts ??= openTables();
    return facts;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The tables of Alpinize cannot be read (${why}). Install it again.`);
  }
}

/** For a server, which has time before the first question. Whoever asks is told what cannot be read. */
export async function readTablesAhead(): Promise<void> {
  try {
    await shippedFacts().preload();
  } catch {}
}

/** Looks before it opens: the tables themselves are read so late that nobody could be told what is wrong. */
function openTables(): ShippedFacts {
  if (readdirSync(tablesFolder).length === 0) throw new Error(`${tablesFolder} is empty`);
  return openFacts(tablesFolder);
}

/** Where a rule is explained; undefined while package.json names no repository. */
export function ruleUrl(rule: string): string | undefined {
  const { repository }: { name: string; repository?: { url: string } } = manifest;
  const home = repository?.url.replace(/^git\+/, "").replace(/\.git$/, "");
  return home && `${home}/blob/HEAD/docs/rules.md#${rule}`;
}
