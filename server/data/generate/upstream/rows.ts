/** A table in the form that the generators read: a header line, then rows in a fixed order. */
export interface Gathered {
  /** Below the folder of tables, `alpine/names-v3.24.tsv`, or of what was gathered, `gathered/...`. */
  readonly path: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Sorted by the bytes of the cells, so that the same input gives the same text. */
export function textOf({ header, rows }: Gathered): string {
  const lines = rows.map((row) => row.join("\t")).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return `${[header.join("\t"), ...lines].join("\n")}\n`;
}
