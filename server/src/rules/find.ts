import type { Finding } from "../alpinize";
import { type Context, type Rule, rules } from ".";
import { Ignored } from "./ignored";
import type { RuleSettings } from "./settings";

export interface FindOptions {
  readonly rules?: readonly Rule[];
  readonly settings?: RuleSettings | undefined;
}

/**
 * What the rules find and no comment or setting silences, in the order of the text. A rule that throws loses its own
 * findings only, and is reported.
 */
export function findAll(
  context: Context,
  { rules: asked = rules, settings = {} }: FindOptions = {},
): readonly Finding[] {
  const ignored = new Ignored(context.build.file);
  const findings = asked
    .filter(({ name }) => settings[name] !== "off")
    .flatMap((rule) => find(rule, context, settings).filter(({ span }) => !ignored.has(rule, span)));
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function find(rule: Rule, context: Context, settings: RuleSettings): Finding[] {
  const set = settings[rule.name];
  const asked = set === "off" ? undefined : set;
  try {
    return [...rule.check(context)].map(({ span, message, severity, fix }) => ({
      rule: rule.name,
      severity: asked ?? severity ?? rule.severity,
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
