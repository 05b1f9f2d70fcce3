import type { Finding, Severity } from "../alpinize";
import { fixOf } from "../fixing";
import type { Command, Invocation } from "./command";
import { type ExitCode, exit, Failure } from "./failure";
import { findFiles } from "./find-files";
import { position, range, type SeverityName, schema, severityName, toJson } from "./json";
import { readSource, type Source } from "./source";
import { count, type Style, type Terminal } from "./terminal";

/** From the worst. */
const severities: readonly SeverityName[] = ["error", "warning", "info", "hint"];

export const check: Command = {
  name: "check",
  operands: "FILE|FOLDER ...",
  summary: "say what makes images larger than they need to be, or will not work on Alpine",
  details: [
    "Folders are searched for Dockerfile, Dockerfile.*, *.dockerfile and Containerfile; node_modules and .git are left out. The exit code is 1 when there is a finding at or above --fail-on.",
  ],
  options: {
    format: { value: "FORMAT", values: ["pretty", "json"], summary: "pretty (by default) or json" },
    "fail-on": {
      value: "SEVERITY",
      values: ["error", "warning", "info", "never"],
      summary: "error, warning (by default), info or never",
    },
  },
  run,
};

interface Checked {
  readonly source: Source;
  readonly findings: readonly Finding[];
}

async function run({ options, operands, out, err }: Invocation): Promise<ExitCode> {
  if (operands.length === 0) throw new Failure("check takes files or folders. Example: alpinize check .");
  const { files, failures: blocked } = await findFiles(operands);
  const failures = [...blocked];
  const checked: Checked[] = [];
  for (const file of files) {
    try {
      const source = await readSource(file);
      checked.push({ source, findings: source.analysis.findings });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error.message);
    }
  }
  for (const failure of failures) err.line(failure);
  if (options.get("format") === "json") out.write(toJson(checkJson(checked, failures)));
  else printPretty(out, checked, failures.length);
  if (failures.length > 0) return exit.failure;
  const names: readonly string[] = severities;
  const bad = names.slice(0, names.indexOf(options.get("fail-on") ?? "warning") + 1);
  const fails = checked.some(({ findings }) => findings.some(({ severity }) => bad.includes(severityName(severity))));
  return fails ? exit.findings : exit.done;
}

const colours: Record<SeverityName, Style> = { error: "red", warning: "yellow", info: "blue", hint: "dim" };

function printPretty(out: Terminal, checked: readonly Checked[], failed: number): void {
  for (const { source, findings } of checked) {
    const verdict = source.analysis.verdict();
    if (findings.length === 0 && !verdict) continue;
    out.line(out.paint(source.name === "-" ? "Standard input" : source.name, "underline"));
    if (verdict) out.paragraph(`Alpine: ${verdict.text}`, "  ", 10);
    const places = findings.map(({ span }) => {
      const { line, column } = position(source.lines, span.start);
      return `${line}:${column}`;
    });
    const width = Math.max(...places.map((place) => place.length));
    findings.forEach(({ severity, message, rule }, index) => {
      const name = severityName(severity);
      const lead = `  ${(places[index] ?? "").padStart(width)}  ${out.paint(name, colours[name])}${" ".repeat(9 - name.length)}`;
      out.paragraph(`${message} (${rule})`, lead, out.columns === undefined ? 0 : width + 13);
    });
    out.line();
  }
  if (checked.length > 0 || failed === 0) out.line(summary(checked));
}

function summary(checked: readonly Checked[]): string {
  if (checked.length === 0) return "No Dockerfile was found.";
  const findings = checked.flatMap((file) => file.findings);
  const files = count(checked.length, "file");
  if (findings.length === 0) return `No findings in ${files}.`;
  const byName = severities
    .map((name) => ({ name, number: findings.filter(({ severity }) => severityName(severity) === name).length }))
    .filter(({ number }) => number > 0)
    .map(({ name, number }) => (name === "info" ? `${number} info` : count(number, name)));
  const fixable = findings.map(fixOf).filter((fix) => fix?.safety === "safe").length;
  const fix = fixable > 0 ? ` alpinize fix repairs ${fixable === findings.length ? "all" : fixable} of them.` : "";
  return `${count(findings.length, "finding")} in ${files}: ${byName.join(", ")}.${fix}`;
}

function verdictJson({ analysis }: Source) {
  const verdict = analysis.verdict();
  return verdict ? { kind: verdict.kind, text: verdict.text } : null;
}

function checkJson(checked: readonly Checked[], failures: readonly string[]) {
  const all = checked.flatMap(({ findings }) => findings);
  const number = (severity: Severity) => all.filter((finding) => finding.severity === severity).length;
  return {
    schema,
    files: checked.map(({ source, findings }) => ({
      file: source.name,
      verdict: verdictJson(source),
      findings: findings.map((finding) => {
        const fix = fixOf(finding);
        return {
          rule: finding.rule,
          severity: severityName(finding.severity),
          message: finding.message,
          ...range(source.lines, finding.span),
          fix: fix ? { title: fix.title, safety: fix.safety } : null,
        };
      }),
    })),
    failures,
    summary: {
      files: checked.length,
      error: number("error"),
      warning: number("warning"),
      info: number("information"),
      hint: number("hint"),
    },
  };
}
