import { Memo } from "./memo";

/** The cells of a row without its key. */
export type Row = readonly string[];

const newline = 10;
const tab = 9;

/**
 * A table sorted by the bytes of its first column, kept as one Buffer and searched in place: the tables are large and a
 * document asks for a few rows of them, so parsing them whole would cost more than all answers together.
 * The file is asked for at the first question. A key may have several rows.
 */
export class Table {
  readonly #read: () => Buffer;
  readonly #found = new Memo<readonly Row[]>();
  readonly #columns = new Memo<ReadonlySet<string>>();
  #bytes: Buffer | undefined;
  #body = 0;

  /** @param read the bytes of the file; asked for once, at the first question */
  constructor(read: () => Buffer) {
    this.#read = read;
  }

  /** @throws Error of the file system when the table is missing. */
  get header(): readonly string[] {
    const bytes = this.#open();
    return bytes.toString("utf8", 0, this.#body - 1).split("\t");
  }

  rows(key: string): readonly Row[] {
    return this.#found.get(key, () => {
      const wanted = new TextEncoder().encode(key);
      const rows: Row[] = [];
      for (let at = this.#lowerBound(wanted); this.#compareKey(at, wanted) === 0; at = this.#lineEnd(at) + 1)
        rows.push(this.#open().toString("utf8", at, this.#lineEnd(at)).split("\t").slice(1));
      return rows;
    });
  }

  has(key: string): boolean {
    return this.rows(key).length > 0;
  }

  /** The keys that start with `prefix` and are about as long as asked for, in order, each once. */
  keys(prefix = "", shortest = 0, longest = Number.POSITIVE_INFINITY): string[] {
    const keys: string[] = [];
    this.#walk(this.#stretch(prefix), (key) => {
      if (key.length >= shortest && key.length <= longest && key !== keys.at(-1)) keys.push(key);
    });
    return keys;
  }

  /** The keys from `first` on and before `end`, in order, each once. */
  keysBetween(first: string, end: string): string[] {
    const keys: string[] = [];
    this.#walk([new TextEncoder().encode(first), new TextEncoder().encode(end)], (key) => {
      if (key !== keys.at(-1)) keys.push(key);
    });
    return keys;
  }

  /** Every row whose key starts with `prefix`, in order, its cells as they stand in the file. */
  walk(prefix: string, visit: (key: string, cells: string) => void): void {
    this.#walk(this.#stretch(prefix), visit);
  }

  /** No key has the highest byte, so what starts with the prefix ends where the prefix followed by it would stand. */
  #stretch(prefix: string): [Uint8Array, Uint8Array] {
    const start = new TextEncoder().encode(prefix);
    return [start, Uint8Array.of(...start, 0xff)];
  }

  #walk([first, end]: readonly [Uint8Array, Uint8Array], visit: (key: string, cells: string) => void): void {
    const bytes = this.#open();
    // One string for the stretch: its search is much quicker than that of a Buffer, which checks its arguments each time.
    const lines = bytes.toString("latin1", this.#lowerBound(first), this.#lowerBound(end));
    for (let at = 0; at < lines.length; ) {
      const tab = lines.indexOf("\t", at);
      const next = lines.indexOf("\n", tab);
      visit(lines.slice(at, tab), lines.slice(tab + 1, next));
      at = next + 1;
    }
  }

  /** The distinct cells of one column (0 is the key) in the rows whose keys start with `prefix`. Reads them all once. */
  column(prefix: string, column: number): ReadonlySet<string> {
    return this.#columns.get(`${column} ${prefix}`, () => {
      const [start, end] = this.#stretch(prefix);
      const lines = this.#open().toString("latin1", this.#lowerBound(start), this.#lowerBound(end));
      return new Set(lines.split("\n").flatMap((line) => line.split("\t")[column] ?? []));
    });
  }

  #open(): Buffer {
    if (this.#bytes === undefined) {
      this.#bytes = this.#read();
      this.#body = this.#bytes.indexOf(newline) + 1;
    }
    return this.#bytes;
  }

  /** Where the first line starts whose key is not before `wanted`. */
  #lowerBound(wanted: Uint8Array): number {
    const bytes = this.#open();
    let low = this.#body;
    let high = bytes.length;
    while (low < high) {
      let start = (low + high) >> 1;
      while (bytes[start - 1] !== newline) start--;
      if (this.#compareKey(start, wanted) < 0) low = this.#lineEnd(start) + 1;
      else high = start;
    }
    return low;
  }

  /** How the key of the line at `start` stands to `wanted`: below zero before it, 0 the same; 1 at the end of the table. */
  #compareKey(start: number, wanted: Uint8Array): number {
    const bytes = this.#open();
    if (start >= bytes.length) return 1;
    for (let at = 0; at < wanted.length; at++) {
      const order = (bytes[start + at] ?? tab) - (wanted[at] ?? tab);
      if (order !== 0) return order;
    }
    return bytes[start + wanted.length] === tab ? 0 : 1;
  }

  #lineEnd(start: number): number {
    return this.#open().indexOf(newline, start);
  }
}
