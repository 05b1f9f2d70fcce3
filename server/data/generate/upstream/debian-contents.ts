import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Place } from "./place";
import type { Gathered } from "./rows";

/** Counts of files and folders by package, from the Contents indices of a suite; those of the first place that has them. */
export async function gatherFileCounts(places: readonly Place[], suite: string): Promise<Gathered | undefined> {
  const files = new Map<string, number>();
  const folders = new Map<string, Set<string>>();
  for (const architecture of ["amd64", "all"]) {
    for await (const line of linesOf(places, `dists/${suite}/main/Contents-${architecture}.gz`)) {
      // A path may hold blanks, the list of its owners does not: `usr/bin/x   utils/one,net/two`.
      const [, path = "", owners = ""] = /^(.*\S)\s+(\S+)$/.exec(line) ?? [];
      const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
      for (const owner of owners.split(",").filter(Boolean)) {
        const name = owner.slice(owner.lastIndexOf("/") + 1);
        files.set(name, (files.get(name) ?? 0) + 1);
        const own = folders.get(name) ?? new Set();
        folders.set(name, own.add(folder));
      }
    }
  }
  if (files.size === 0) return undefined;
  return {
    path: "gathered/debian-file-counts.tsv",
    header: ["package", "files", "folders"],
    rows: [...files].map(([name, count]) => [name, String(count), String(folders.get(name)?.size ?? 0)]),
  };
}

/** The lines of a compressed file, one after the other: unpacked, such an index is longer than a string may be. */
async function* linesOf(places: readonly Place[], path: string): AsyncGenerator<string> {
  for (const place of places) {
    const bytes = await place.read(path);
    if (!bytes) continue;
    try {
      // By a pipeline of its own, as the errors of a stream that is piped by hand come up nowhere.
      const unpacked = Readable.from([bytes]).compose(createGunzip()) as Readable;
      yield* createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY });
    } catch (error) {
      throw new Error(
        `${place.name}: ${path} is not what gzip makes (${error instanceof Error ? error.message : error})`,
      );
    }
    return;
  }
}
