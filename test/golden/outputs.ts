import { analyze, type Conversion, type Facts, type Level, levels } from "../../server/src/alpinize";
import { fixOf } from "../../server/src/fixing";
import { LineIndex } from "../../server/src/text/lines";
import type { Case } from "./cases";

export const diagnosticsFile = "expected.diagnostics.txt";

/** Every file a case may have beside its Dockerfile and its build context. */
export const outputFiles = [
  ...levels.map((level) => `expected.${level}.Dockerfile`),
  "expected.partial.Dockerfile",
  "expected.remarks.txt",
  diagnosticsFile,
] as const;
export type OutputFile = (typeof outputFiles)[number];

/**
 * What we make of a case now, file by file. A level that changes nothing has no file, nor has a text without lines, nor
 * multi-stage where it is the same as single-run;
 * `partial` is there when single-run stops at something.
 */
export function outputsOf({ text, workspace }: Case, facts: Facts): Map<OutputFile, string> {
  const analysis = analyze(text, { facts, workspace });
  const all = levels.map((level) => analysis.convert(level));
  const single = all.find(({ level }) => level === "single-run");
  const conversions = all.filter(({ level, text: to }) => level !== "multi-stage" || to !== single?.text);
  const files = new Map<OutputFile, string>();
  for (const { level, text: converted } of conversions) files.set(`expected.${level}.Dockerfile`, converted);
  if (conversions.some(({ complete }) => !complete))
    files.set("expected.partial.Dockerfile", analysis.convert("single-run", { partial: true }).text);
  files.set("expected.remarks.txt", remarks(text, conversions));
  files.set(diagnosticsFile, diagnostics(text, analysis.findings));
  for (const [file, content] of files) if (content === text || content === "") files.delete(file);
  return files;
}

/** A remark that several levels make is written once. */
function remarks(text: string, conversions: readonly Conversion[]): string {
  const lines = new LineIndex(text);
  const heads = conversions.flatMap(({ level, stages }) =>
    stages.map(({ stage, outcome, from, to }) => `${level}: stage ${stage} ${outcome}, ${from} -> ${to}\n`),
  );
  const said = new Map<string, Level[]>();
  for (const { level, remarks } of conversions) {
    for (const { kind, span, message } of remarks) {
      const what = `line ${lines.positionAt(span.start).line + 1}, ${kind}: ${message}`;
      said.set(what, [...(said.get(what) ?? []), level]);
    }
  }
  const all = conversions.map(({ level }) => level).join(", ");
  const tails = [...said].map(([what, where]) => {
    const which = where.join(", ");
    return `${what}${which === all ? "" : ` (${which})`}\n`;
  });
  return tails.length === 0 ? "" : [...heads, "\n", ...tails].join("");
}

function diagnostics(text: string, findings: ReturnType<typeof analyze>["findings"]): string {
  const lines = new LineIndex(text);
  return findings
    .map((finding) => {
      const { line, character } = lines.positionAt(finding.span.start);
      const fix = fixOf(finding);
      const repair = fix ? ` [${fix.safety}: ${fix.title}]` : "";
      return `${line + 1}:${character + 1} ${finding.severity} ${finding.rule}: ${finding.message}${repair}\n`;
    })
    .join("");
}
