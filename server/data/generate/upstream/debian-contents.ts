import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Capabilities } from "./debian-capabilities";
import type { Place } from "./place";
import type { Gathered } from "./rows";

/** What the Contents indices of a suite tell of each package, from the first place that has them; nothing when none has. */
export async function gatherContents(places: readonly Place[], suite: string): Promise<Gathered[]> {
  const counts = new FileCounts();
  const capabilities = new Capabilities();
  for (const architecture of ["amd64", "all"]) {
    for await (const line of linesOf(places, `dists/${suite}/main/Contents-${architecture}.gz`)) {
      // A path may hold blanks, the list of its owners does not: `usr/bin/x   utils/one,net/two`.
      const [, path = "", owners = ""] = /^(.*\S)\s+(\S+)$/.exec(line) ?? [];
      for (const owner of owners.split(",").filter(Boolean)) {
        const name = owner.slice(owner.lastIndexOf("/") + 1);
        counts.add(name, path);
        capabilities.add(name, path);
      }
    }
  }
  return counts.isEmpty ? [] : [counts.table(), capabilities.table(suite)];
}

/** Counts of files and folders by package. */
class FileCounts {
  readonly #files = new Map<string, number>();
  readonly #folders = new Map<string, Set<string>>();

  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  add(name: string, path: string): void {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    this.#files.set(name, (this.#files.get(name) ?? 0) + 1);
    this.#folders.set(name, (this.#folders.get(name) ?? new Set()).add(folder));
  }

  table(): Gathered {
    return {
      path: "gathered/debian-file-counts.tsv",
      header: ["package", "files", "folders"],
      rows: [...this.#files].map(([name, count]) => [name, String(count), String(this.#folders.get(name)?.size ?? 0)]),
    };
  }
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
