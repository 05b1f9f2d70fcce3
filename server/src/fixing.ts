import type { Finding, Fix, Safety } from "./alpinize";
import { applyEdits, type Span, type TextEdit } from "./text/edits";

/** Fixes make room for others, so a few rounds are normal; more than this are two rules that undo each other. */
const mostRounds = 20;

export interface Fixed {
  readonly text: string;
  /** Each fix that was applied, in the order it was. */
  readonly applied: readonly AppliedFix[];
}

export interface AppliedFix {
  readonly rule: string;
  readonly title: string;
}

/**
 * Applies all fixes of the given kinds, again and again until none is left.
 * @param findingsOf what is found in the text as it is after each round.
 */
export function fixAll(
  text: string,
  findingsOf: (text: string) => readonly Finding[],
  kinds: readonly Safety[],
): Fixed {
  const applied: AppliedFix[] = [];
  let current = text;
  for (let round = 0; round < mostRounds; round++) {
    const fixes = disjoint(fixesOf(findingsOf(current), kinds));
    const next = applyEdits(
      current,
      fixes.flatMap(({ fix }) => fix.edits),
    );
    if (next === current) break;
    applied.push(...fixes.map(({ rule, fix }) => ({ rule, title: fix.title })));
    current = next;
  }
  return { text: current, applied };
}

/** The finding's fix; undefined when it has none, or when making it failed: that loses this fix and nothing else. */
export function fixOf(finding: Finding): Fix | undefined {
  try {
    return finding.fix?.();
  } catch {
    return undefined;
  }
}

interface NamedFix {
  readonly rule: string;
  readonly fix: Fix;
}

function fixesOf(findings: readonly Finding[], kinds: readonly Safety[]): NamedFix[] {
  return findings.flatMap((finding) => {
    const fix = fixOf(finding);
    return fix && kinds.includes(fix.safety) ? [{ rule: finding.rule, fix }] : [];
  });
}

/** Takes each fix whose edits keep clear of those taken before; the others wait for the next round. */
function disjoint(fixes: readonly NamedFix[]): NamedFix[] {
  const taken: Span[] = [];
  return fixes.filter(({ fix }) => {
    const spans = fix.edits.map(({ span }: TextEdit) => span);
    if (spans.some((span) => taken.some((other) => touches(span, other)))) return false;
    taken.push(...spans);
    return true;
  });
}

/** Also true for spans that only meet: the order of two insertions at one place would be chance. */
function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
