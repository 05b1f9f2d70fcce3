import type { Measured } from "./measure";

const listed = 10;

/** The report for people. */
export function summarize(all: readonly Measured[], seconds: number): string {
  const lines = [`${all.length} files in ${seconds.toFixed(0)} s`];
  const add = (label: string, value: string | number) => lines.push(`${label.padEnd(34)}${value}`);

  const bySlowness = [...all].sort((a, b) => b.slowest - a.slowest);
  const [slowest] = bySlowness;
  add("median time per file", `${milliseconds(median(all.map(({ usual }) => usual)))} (checked and converted once)`);
  if (slowest) add("slowest file", `${milliseconds(slowest.slowest)} ${slowest.file}`);

  const crashes = all.filter(({ crash }) => crash !== undefined);
  add("crashes", crashes.length);
  for (const { file, crash = "" } of crashes.slice(0, listed)) lines.push(`  ${file}: ${firstLines(crash)}`);

  const broken = count(all.flatMap((one) => kindsOf(one).map((kind) => [kind, one.file] as const)));
  add("files that break a property", all.filter(({ violations }) => violations.length > 0).length);
  for (const { key, files } of broken) lines.push(`  ${key}: ${files.length}, such as ${files.slice(0, 3).join(", ")}`);

  const asked = all.filter(({ outcome }) => outcome !== undefined);
  lines.push("", `${asked.length} files with an apt install on a known Debian or Ubuntu`);
  for (const outcome of ["fully", "partly", "stopped"] as const) {
    const some = asked.filter((one) => one.outcome === outcome);
    add(`  converted ${outcome}`.replace("converted stopped", "not converted"), share(some.length, asked.length));
  }
  const apt = sum(asked.map(({ aptCommands }) => aptCommands));
  add("  apt commands translated", share(apt - sum(asked.map(({ aptCommandsLeft }) => aptCommandsLeft)), apt));

  table(
    "stop reasons",
    all.flatMap(({ file, stops }) => stops.map((stop) => [withoutNames(stop), file] as const)),
  );
  table(
    "unknown packages",
    all.flatMap(({ file, unknownNames }) => unknownNames.map((name) => [name, file] as const)),
  );
  table(
    "findings",
    all.flatMap(({ file, findings }) => findings.map((rule) => [rule, file] as const)),
  );
  return lines.join("\n");

  function table(title: string, entries: readonly (readonly [string, string])[]): void {
    const rows = count(entries);
    lines.push("", `${title}: ${entries.length}, ${rows.length} different`);
    for (const { key, times, files } of rows.slice(0, listed)) {
      lines.push(`${String(times).padStart(6)} in ${files.length} files: ${key}  (${files[0]})`);
    }
  }
}

interface Row {
  readonly key: string;
  readonly times: number;
  readonly files: readonly string[];
}

/** By frequency, most frequent first. */
function count(entries: readonly (readonly [string, string])[]): Row[] {
  const rows = new Map<string, string[]>();
  for (const [key, file] of entries) rows.set(key, [...(rows.get(key) ?? []), file]);
  return [...rows]
    .map(([key, files]) => ({ key, times: files.length, files: [...new Set(files)] }))
    .sort((a, b) => b.times - a.times);
}

/** The properties a file breaks, by name. */
function kindsOf({ violations }: Measured): string[] {
  return [...new Set(violations.map(({ message }) => message.slice(0, message.indexOf(":"))))];
}

/** The reason alone: what it is about stands in backquotes. */
function withoutNames(message: string): string {
  return message.replace(/`[^`]*`/g, "`…`");
}

function firstLines(text: string): string {
  return text.split("\n").slice(0, 3).join(" ");
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function share(part: number, whole: number): string {
  return `${part} (${whole === 0 ? "-" : ((100 * part) / whole).toFixed(1)} %)`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
