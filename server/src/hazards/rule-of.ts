import type { Severity } from "../alpinize";
import type { Rule } from "../rules/rule";
import type { Hazard, HazardSeverity } from "./hazard";

/** On Alpine the flaw is real. */
const onAlpine: Record<HazardSeverity, Severity> = {
  block: "error",
  error: "error",
  warning: "warning",
  information: "information",
};

/** On Debian nothing is broken: it is what a change to Alpine would cost. */
const onDebian: Record<HazardSeverity, Severity> = {
  block: "information",
  error: "information",
  warning: "hint",
  information: "hint",
};

/** The rule that tells of a hazard. */
export function ruleOf(hazard: Hazard): Rule {
  const { name, severity, summary, why, related, fixable, examples, leftAlone } = hazard;
  return {
    name,
    severity: onAlpine[severity],
    hazard: severity,
    summary,
    why,
    related,
    fix: fixable ? "review" : "none",
    examples,
    leftAlone,
    *check({ hazards }) {
      for (const hit of hazards.of(hazard)) {
        const { span, message, fix } = hit;
        yield { span, message, severity: (hit.onAlpine ? onAlpine : onDebian)[hit.severity], ...(fix && { fix }) };
      }
    },
  };
}
