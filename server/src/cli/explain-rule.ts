import { rules } from "../rules";
import { ruleUrl } from "../shipped";
import { nearest } from "./nearest";
import type { Terminal } from "./terminal";

const fixes = {
  safe: "safe; alpinize fix applies it",
  review: "to be reviewed; alpinize fix --review applies it",
  none: "none",
} as const;

/** @returns false when there is no such rule. */
export function explainRule(out: Terminal, word: string): boolean {
  const rule = rules.find(({ name }) => name === word);
  if (!rule) return false;
  out.line(out.paint(`Rule ${rule.name}`, "bold"));
  out.paragraph(`${rule.summary}.`, "  ");
  out.line(`  Severity: ${rule.hazard ? `${rule.hazard} on Alpine` : rule.severity}`);
  out.line(`  Fix: ${fixes[rule.fix]}`);
  for (const paragraph of rule.why.split("\n\n")) {
    out.line();
    out.paragraph(paragraph.replaceAll("\n", " "), "  ");
  }
  for (const { before, after } of rule.examples) {
    printCode(out, "Example:", before);
    if (after !== undefined) printCode(out, "becomes:", after);
  }
  out.line("\n  Left alone:");
  for (const { why } of rule.leftAlone) out.paragraph(why, "  - ", 4);
  if (rule.related.length > 0) out.line(`\n  Related: ${rule.related.join(", ")}`);
  const url = ruleUrl(rule.name);
  if (url) out.line(`\n  ${url}`);
  return true;
}

/** The rule a mistyped name most likely stands for. */
export function nearestRules(word: string): readonly string[] {
  const name = nearest(
    word,
    rules.map((rule) => rule.name),
  );
  return name === undefined ? [] : [name];
}

function printCode(out: Terminal, title: string, text: string): void {
  out.line(`\n  ${title}\n`);
  for (const line of text.trimEnd().split("\n")) out.line(`      ${line}`);
}
