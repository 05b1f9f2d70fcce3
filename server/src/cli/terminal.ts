const codes = { bold: 1, dim: 2, underline: 4, red: 31, yellow: 33, blue: 34, cyan: 36 } as const;

export type Style = keyof typeof codes;

/** One of the two streams a command writes to. What is no terminal gets no colours and no line breaks of ours. */
export class Terminal {
  constructor(private readonly stream: NodeJS.WriteStream) {}

  /** Undefined when the text goes into a file or a pipe. */
  get columns(): number | undefined {
    return this.stream.isTTY ? this.stream.columns || 80 : undefined;
  }

  write(text: string): void {
    this.stream.write(text);
  }

  line(text = ""): void {
    this.stream.write(`${text}\n`);
  }

  /** A paragraph whose first line starts with `lead` and whose others are indented by as much. */
  paragraph(text: string, lead = "", indent = lead.length): void {
    const width = this.columns ?? Number.POSITIVE_INFINITY;
    const lines = wrap(text, Math.max(20, width - indent));
    this.line(lines.map((line, at) => (at === 0 ? lead : " ".repeat(indent)) + line).join("\n"));
  }

  paint(text: string, ...styles: readonly Style[]): string {
    if (!this.stream.isTTY || process.env.NO_COLOR || process.env.TERM === "dumb") return text;
    return `\x1b[${styles.map((style) => codes[style]).join(";")}m${text}\x1b[0m`;
  }
}

/** Breaks at spaces; a word that is too long for a line has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** `3 files`, `1 file`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
