import type { Severity } from "../alpinize";

/** How a rule's findings are shown, or that the rule is not asked at all. */
export type RuleSetting = Severity | "off";

export const ruleSettings: readonly RuleSetting[] = ["off", "error", "warning", "information", "hint"];

/** By the rule's name; a rule that is not named keeps its own severity. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

export function isRuleSetting(value: unknown): value is RuleSetting {
  return ruleSettings.some((setting) => setting === value);
}
