/**
 * The markdown of our own hovers for editors that show it as it is: emphasis, code marks and headings go,
 * links keep their address, tables become columns.
 */
export function plainText(markdown: string): string {
  const lines = markdown.split("\n");
  const result: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const table = takeWhile(lines, at, (line) => /^\s*\|.*\|\s*$/.test(line));
    if (table.length > 0) {
      result.push(...columns(table));
      at += table.length;
    } else {
      result.push(inline(lines[at] ?? ""));
      at += 1;
    }
  }
  return result.join("\n").trim();
}

function takeWhile(lines: readonly string[], from: number, keep: (line: string) => boolean): string[] {
  const end = lines.findIndex((line, at) => at >= from && !keep(line));
  return lines.slice(from, end < 0 ? undefined : end);
}

function columns(table: readonly string[]): string[] {
  const rows = table
    .filter((line) => !/^[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => inline(cell.trim())),
    );
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function inline(line: string): string {
  return line
    .replace(/^\s*#{1,6}\s+/, "")
    .replace(/^\s*(?:-{3,}|\*{3,})\s*$/, "")
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, "$1 ($2)")
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, "$1")
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part.slice(1, -1) : emphasised(part)))
    .join("");
}

function emphasised(text: string): string {
  return text
    .replace(/(?<![\w*\\])([*_])(\S(?:.*?\S)?)\1(?![\w*])/g, "$2")
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, "$1");
}
