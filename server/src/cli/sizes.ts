import { analyze, type Level, levels, type StageSizes } from "../alpinize";
import { estimateLegend, formatShare, formatSize, totalLegend } from "../size/format";
import { LineIndex } from "../text/lines";
import type { Command, Invocation } from "./command";
import { type ExitCode, exit, Failure } from "./failure";
import { schema, stageJson, toJson } from "./json";
import { readSource, type Source } from "./source";
import type { Terminal } from "./terminal";

export const sizes: Command = {
  name: "sizes",
  operands: "FILE|-",
  summary: "show what each layer adds, now and after each level of conversion",
  details: [
    "On disk is what docker images shows, download is what a pull transfers; MB are decimal. Each figure says how sure it is.",
  ],
  options: { json: { summary: "print the figures as JSON, with their bases and package by package" } },
  run,
};

interface After {
  readonly level: Level;
  readonly text: string;
  readonly complete: boolean;
  readonly stages: readonly StageSizes[];
  /** An earlier level with the very same result. */
  readonly sameAs: Level | undefined;
}

async function run({ options, operands, out }: Invocation): Promise<ExitCode> {
  const [operand, ...others] = operands;
  if (operand === undefined || others.length > 0) {
    throw new Failure("sizes takes one file, or - for standard input. Example: alpinize sizes Dockerfile");
  }
  const source = await readSource(operand);
  const now = source.analysis.sizes();
  const after = afterEach(source, now);
  if (options.has("json")) out.write(toJson(sizesJson(source, now, after)));
  else printTables(out, source, now, after);
  return exit.done;
}

function afterEach(source: Source, now: readonly StageSizes[]): After[] {
  const results: After[] = [];
  for (const level of levels) {
    const { text, complete } = source.analysis.convert(level);
    const same = results.find((earlier) => earlier.text === text);
    const stages = text === source.text ? now : (same?.stages ?? analyze(text, source.options).sizes());
    results.push({ level, text, complete, stages, sameAs: same?.level });
  }
  return results;
}

function printTables(out: Terminal, source: Source, now: readonly StageSizes[], after: readonly After[]): void {
  const table = new SizeTable();
  printSummary(table, source, now, after);
  printStages(table, "now", now);
  for (const { level, text, sameAs, stages } of after) {
    if (text !== source.text && !sameAs) printStages(table, level, stages);
  }
  table.print(out);
  const shown = [now, ...after.map(({ stages }) => stages)].flat();
  const bases = shown.flatMap(({ disk, download, lines }) => [
    disk,
    download,
    ...lines.flatMap((l) => [l.disk, l.download]),
  ]);
  const notes: string[] = [];
  if (bases.some(({ basis }) => basis === "sibling" || basis === "derived")) notes.push(estimateLegend);
  if (bases.some(({ basis }) => basis === "unknown")) notes.push(totalLegend);
  if (notes.length > 0) out.line();
  for (const note of notes) out.paragraph(note);
}

/** The image that is built by default, level by level. */
function printSummary(table: SizeTable, source: Source, now: readonly StageSizes[], after: readonly After[]): void {
  table.head(source.name === "-" ? "Standard input" : source.name);
  const before = now.at(-1);
  if (before) table.row("now", before);
  for (const { level, text, complete, stages, sameAs } of after) {
    const last = stages.at(-1);
    if (!last) continue;
    const notes: string[] = [];
    if (text === source.text) notes.push("changes nothing");
    else if (sameAs) notes.push(`as ${sameAs}`);
    else notes.push((before && formatShare(before.disk, last.disk)) ?? "");
    if (!complete) notes.push("incomplete");
    const said = notes.filter((note) => note !== "").join(", ");
    table.row(said ? `${level}: ${said}` : level, last);
  }
}

function printStages(table: SizeTable, title: string, stages: readonly StageSizes[]): void {
  for (const stage of stages) {
    table.gap();
    table.head(stages.length > 1 ? `${title}, stage ${stage.stage}` : title);
    for (const { label, disk, download, items } of stage.lines) {
      table.row(`  ${label}`, { disk, download });
      if (disk.basis === "unknown") continue;
      // What the figure of the line leaves out.
      for (const item of items) {
        if (item.disk.basis === "unknown") table.row(`    + ${item.name}`, { disk: item.disk, download: item.disk });
      }
    }
    table.row("total", stage);
  }
}

type Figures = Pick<StageSizes, "disk" | "download">;

/** Three columns: what it is, on disk, download. As narrow as the text allows, and never wider than the terminal. */
class SizeTable {
  private readonly rows: { columns: [string, string, string]; isHead: boolean }[] = [];

  head(title: string): void {
    this.rows.push({ columns: [title, "on disk", "download"], isHead: true });
  }

  row(label: string, { disk, download }: Figures): void {
    this.rows.push({ columns: [label, formatSize(disk), formatSize(download)], isHead: false });
  }

  gap(): void {
    this.rows.push({ columns: ["", "", ""], isHead: false });
  }

  print(out: Terminal): void {
    const figure = 11;
    const room = Math.max(30, out.columns ?? 80) - 2 * figure;
    const width = Math.min(room, Math.max(...this.rows.map(({ columns: [label] }) => label.length)));
    for (const { columns, isHead } of this.rows) {
      const [label, disk, download] = columns;
      const short = label.length > width ? `${label.slice(0, width - 1)}…` : label;
      const line = (short.padEnd(width) + disk.padStart(figure) + download.padStart(figure)).trimEnd();
      out.line(isHead ? out.paint(line, "bold") : line);
    }
  }
}

function sizesJson(source: Source, now: readonly StageSizes[], after: readonly After[]) {
  return {
    schema,
    file: source.name,
    now: now.map((stage) => stageJson(stage, source.lines)),
    levels: after.map(({ level, text, complete, stages }) => ({
      level,
      complete,
      changed: text !== source.text,
      stages: stages.map((stage) => stageJson(stage, new LineIndex(text))),
    })),
  };
}
