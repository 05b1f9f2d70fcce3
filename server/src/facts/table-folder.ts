import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Table } from "./table";

/** The folder of the shipped tables. Each file is read once: at the first question of its table, or ahead of it. */
export class TableFolder {
  readonly #path: string;
  readonly #read = new Map<string, Buffer>();

  constructor(path: string) {
    this.#path = path;
  }

  table(name: string): Table {
    return new Table(() => this.#bytes(name));
  }

  /**
   * Reads every table beside the running program, so that no question has to wait for its file; one that comes earlier reads
   * its own. A table that cannot be read is told of when it is asked, and not here.
   * @throws Error of the file system when there is no such folder.
   */
  async preload(): Promise<void> {
    const names = readdirSync(this.#path).flatMap((file) => (file.endsWith(".tsv") ? file.slice(0, -4) : []));
    await Promise.all(
      names.map(async (name) => {
        const bytes = await readFile(this.#file(name)).catch(() => undefined);
        if (bytes && !this.#read.has(name)) this.#read.set(name, bytes);
      }),
    );
  }

  /** @throws Error of the file system when the table is missing. */
  #bytes(name: string): Buffer {
    const bytes = this.#read.get(name) ?? readFileSync(this.#file(name));
    this.#read.set(name, bytes);
    return bytes;
  }

  #file(name: string): string {
    return join(this.#path, `${name}.tsv`);
  }
}
