/** Text from a file as a code span; what would end the span or the table cell around it is taken out. */
export function code(text: string): string {
  const line = text.replace(/[`|\s]+/g, " ").trim();
  return line === "" ? "" : `\`${line.length > 100 ? `${line.slice(0, 99)}…` : line}\``;
}

/** Plain text that must not be read as Markdown. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~!]/g, "\\$&");
}

export interface Column {
  readonly title: string;
  /** Figures stand on the right. */
  readonly isFigure?: boolean;
}

export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const head = [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ isFigure }) => (isFigure ? "---:" : "---"))),
  ];
  return [...head, ...rows.map(line)].join("\n");
}

/** Paragraphs, tables and the like, apart from each other. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}
