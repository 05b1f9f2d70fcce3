import { parseArgs } from "node:util";

export interface CorpusArguments {
  /** The folder whose files are read, and those of the folders in it. */
  readonly folder: string;
  /** Where the details of every file go, as JSON. */
  readonly json: string | undefined;
  /** How many files to take; all when undefined. */
  readonly sample: number | undefined;
}

/** @throws Error with a message for people, who called it by `script`. */
export function readArguments(args: readonly string[], script = "test:corpus"): CorpusArguments {
  const usage = `Usage: npm run ${script} -- FOLDER [--sample N] [--json FILE]`;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "string" }, sample: { type: "string" } },
  });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new Error(usage);
  const { json, sample } = values;
  if (sample !== undefined && !/^[1-9]\d*$/.test(sample)) throw new Error(`--sample takes a number of files. ${usage}`);
  return { folder, json, sample: sample === undefined ? undefined : Number(sample) };
}
