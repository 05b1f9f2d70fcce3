import { relative } from "node:path";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { analyze, type Conversion, levels, type Remark, type StageSizes } from "../alpinize";
import { levelTexts } from "../levels";
import { formatChange } from "../size/format";
import { isInside } from "../workspace";
import { list } from "./arguments";
import type { Command, Invocation } from "./command";
import { type ExitCode, exit, Failure } from "./failure";
import { position, range, schema, toJson, totalJson } from "./json";
import { readSource, type Source } from "./source";
import type { Terminal } from "./terminal";
import { replaceFile } from "./write-file";

export const convert: Command = {
  name: "convert",
  operands: "FILE|-",
  summary: "turn a Debian-based Dockerfile into an Alpine one",
  details: [
    "Prints the new Dockerfile on standard output, and on standard error what was done, what to check, and what could not be converted. A stage that cannot be converted stays as it is, and the exit code is 3.",
    ...levels.map((level) => `${level}: ${levelTexts[level].summary}`),
  ],
  options: {
    to: {
      value: "LEVEL",
      values: levels,
      summary: `how far to go: ${list(levels)}; single-run by default`,
    },
    partial: { summary: "convert what can be, and leave a comment above what cannot" },
    "cache-mounts": { summary: "keep what is fetched in BuildKit's cache mounts, in place of --no-cache" },
    diff: { summary: "print a patch instead" },
    write: { summary: "write the file in place; not when a part could not be converted, except with --partial" },
    json: { summary: "print text, reasons and sizes as JSON" },
  },
  run,
};

const outputs = ["diff", "write", "json"] as const;

async function run({ options, operands, out, err }: Invocation): Promise<ExitCode> {
  const level = levels.find((known) => known === options.get("to")) ?? "single-run";
  const asked = outputs.filter((output) => options.has(output));
  if (asked.length > 1) throw new Failure(`--${asked.join(" and --")} cannot be used together.`);
  const [operand, ...others] = operands;
  if (operand === undefined || others.length > 0) {
    throw new Failure("convert takes one file, or - for standard input. Example: alpinize convert Dockerfile");
  }
  const [output] = asked;
  if (output === "write" && operand === "-") throw new Failure("--write needs a file; standard input is none.");

  const source = await readSource(operand);
  const partial = options.has("partial");
  const conversion = source.analysis.convert(level, { partial, cacheMounts: options.has("cache-mounts") });
  const mayWrite = conversion.complete || partial;
  if (output === "json") out.write(toJson(conversionJson(source, conversion)));
  else if (output === "diff") out.write(patch(source, conversion.text));
  else if (output !== "write") out.write(conversion.text);
  else if (mayWrite && source.path && conversion.text !== source.text) {
    await replaceFile(source.path, conversion.text, source.name);
  }
  if (output !== "json") report(err, source, conversion);
  if (output === "write" && !mayWrite) {
    err.line("Nothing was written. With --partial, what can be converted is.");
  }
  return conversion.complete ? exit.done : exit.incomplete;
}

/** With the names `git apply` and `patch -p1` look for; a file outside this folder has the name it was given. */
function patch({ name, path, text }: Source, converted: string): string {
  if (converted === text) return "";
  const here = process.cwd();
  const inside = path === undefined ? "Dockerfile" : isInside(here, path) ? relative(here, path) : undefined;
  const shown = inside?.replaceAll("\\", "/");
  const [before, after] = shown ? [`a/${shown}`, `b/${shown}`] : [name, name];
  return createTwoFilesPatch(before, after, text, converted, undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
}

const headings: Record<Remark["kind"], string> = {
  stop: "Could not be converted:",
  check: "To check:",
  done: "Done:",
};

function report(err: Terminal, source: Source, conversion: Conversion): void {
  const { level, remarks, text, complete } = conversion;
  const name = source.name === "-" ? "Standard input" : source.name;
  if (text === source.text) {
    err.line(`${name}: ${complete ? `there is nothing to convert at the level ${level}.` : "it was not converted."}`);
  } else {
    const [before, after] = [source.analysis.sizes(), sizesAfter(source, conversion)].map(
      (stages) => stages.at(-1)?.disk,
    );
    err.line(`${name}: ${level}${before && after ? `, on disk ${formatChange(before, after)}` : ""}`);
  }
  const verdict = source.analysis.verdict();
  if (verdict) err.paragraph(`Alpine: ${verdict.text}`, "  ", 10);
  for (const kind of ["stop", "check", "done"] as const) {
    const some = remarks.filter((remark) => remark.kind === kind);
    if (some.length > 0) err.line(err.paint(headings[kind], "bold"));
    for (const [message, lines] of byMessage(some, source)) {
      err.paragraph(message, `  ${lines.length > 1 ? "lines" : "line"} ${lines.join(", ")}: `, 4);
    }
  }
}

/** Each message once, with the lines it is about. */
function byMessage(remarks: readonly Remark[], { lines }: Source): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { span, message } of remarks) {
    const { line } = position(lines, span.start);
    const before = found.get(message) ?? [];
    if (!before.includes(line)) found.set(message, [...before, line]);
  }
  return found;
}

function conversionJson(source: Source, conversion: Conversion) {
  const { level, complete, text, stages, remarks } = conversion;
  return {
    schema,
    file: source.name,
    level,
    complete,
    changed: text !== source.text,
    text,
    stages: stages.map(({ span, ...stage }) => ({ ...stage, line: position(source.lines, span.start).line })),
    remarks: remarks.map(({ span, kind, message }) => ({ kind, message, ...range(source.lines, span) })),
    sizes: { before: source.analysis.sizes().map(totalJson), after: sizesAfter(source, conversion).map(totalJson) },
  };
}

function sizesAfter({ text, analysis, options }: Source, conversion: Conversion): readonly StageSizes[] {
  return conversion.text === text ? analysis.sizes() : analyze(conversion.text, options).sizes();
}
