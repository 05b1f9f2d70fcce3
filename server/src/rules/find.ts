import type { Finding } from "../alpinize";
import { type Context, type Rule, rules } from ".";

/** The findings of all rules, in the order of the text. A rule that throws loses its own findings only, and is reported. */
export function findAll(context: Context, asked: readonly Rule[] = rules): readonly Finding[] {
  const findings = asked.flatMap((rule) => find(rule, context));
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function find(rule: Rule, context: Context): Finding[] {
  try {
    return [...rule.check(context)].map(({ span, message, severity, fix }) => ({
      rule: rule.name,
      severity: severity ?? rule.severity,
      span,
      message,
      fix:
        fix && rule.fix !== "none" ? () => ({ ...fix(), safety: rule.fix === "safe" ? "safe" : "review" }) : undefined,
    }));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `The rule ${rule.name} failed (${why}). Please report it; the other rules are not affected.`;
    return [{ rule: rule.name, severity: "information", span: { start: 0, end: 0 }, message, fix: undefined }];
  }
}
