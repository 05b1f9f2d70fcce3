import type { Severity, Size, SizeLine, Span, StageSizes } from "../alpinize";
import { formatSize } from "../size/format";
import type { LineIndex } from "../text/lines";

/**
 * What the commands print with `--json` and `--format json`. The shapes are explained in docs/command-line.md; they
 * may gain fields, and lose or change one only when `schema` changes.
 */
export const schema = 1;

/** As the command line names it. */
export type SeverityName = "error" | "warning" | "info" | "hint";

export function severityName(severity: Severity): SeverityName {
  return severity === "information" ? "info" : severity;
}

export function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Lines and columns count from 1; columns count UTF-16 units, as editors do. */
export function position(lines: LineIndex, offset: number): { line: number; column: number } {
  const { line, character } = lines.positionAt(offset);
  return { line: line + 1, column: character + 1 };
}

export function range(lines: LineIndex, { start, end }: Span) {
  return { start: position(lines, start), end: position(lines, end) };
}

export function sizeJson(size: Size) {
  const { bytes, basis, date, why } = size;
  return { bytes: bytes ?? null, basis, text: formatSize(size), ...(date && { date }), ...(why && { why }) };
}

export function stageJson({ stage, disk, download, lines }: StageSizes, index: LineIndex) {
  return { ...totalJson({ stage, disk, download }), lines: lines.map((line) => lineJson(line, index)) };
}

export function totalJson({ stage, disk, download }: Pick<StageSizes, "stage" | "disk" | "download">) {
  return { stage, disk: sizeJson(disk), download: sizeJson(download) };
}

function lineJson({ span, label, disk, download, items }: SizeLine, index: LineIndex) {
  return {
    line: position(index, span.start).line,
    label,
    disk: sizeJson(disk),
    download: sizeJson(download),
    packages: items.map((item) => ({ name: item.name, disk: sizeJson(item.disk) })),
  };
}
