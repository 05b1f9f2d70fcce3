/**
 * Versions as Alpine writes them: `1.2.3b_rc1_p2-r4`, that is numbers with dots, a letter, suffixes with numbers, and the
 * count of rebuilds.
 */

/** The kinds of parts, from the one that makes a version older than nothing at all to the one that makes it newest. */
const kinds = { preSuffix: 0, end: 1, rebuild: 2, suffixNumber: 3, suffix: 4, letter: 5, number: 6 } as const;

interface Part {
  readonly kind: number;
  readonly value: number;
  /** Digits of a number with leading zeros, which counts as a fraction does: `1.05` is before `1.5`. */
  readonly fraction?: string;
}

/** In order; those of the first list come before the release itself, those of the second after it. */
const preSuffixes = ["alpha", "beta", "pre", "rc"];
const postSuffixes = ["cvs", "svn", "git", "hg", "p"];

const form = /^([0-9]+)((?:\.[0-9]+)*)([a-z]?)((?:_[a-z]+[0-9]*)*)(?:~[0-9a-f]+)?(?:-r([0-9]+))?/;

/** Below zero when `a` is older. Versions of another form than Alpine's are compared as far as they have it. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let at = 0; ; at++) {
    const [one, other] = [left[at] ?? end, right[at] ?? end];
    const order = one.kind - other.kind || compareParts(one, other);
    if (order !== 0 || one.kind === kinds.end) return order;
  }
}

/** True when the version starts with all of `prefix`: `3.12.1-r0` with `3.12`, not with `3.1`. */
export function startsWith(version: string, prefix: string): boolean {
  const whole = parts(version);
  return parts(prefix).every((part, at) => {
    const other = whole[at] ?? end;
    return part.kind === other.kind && compareParts(part, other) === 0;
  });
}

const end: Part = { kind: kinds.end, value: 0 };

function compareParts(a: Part, b: Part): number {
  if (a.fraction === undefined && b.fraction === undefined) return a.value - b.value;
  const zeros = (part: Part) => /^0*/.exec(part.fraction ?? "")?.[0].length ?? 0;
  return zeros(b) - zeros(a) || a.value - b.value;
}

function parts(version: string): Part[] {
  const [, first = "", numbers = "", letter = "", suffixes = "", rebuild = ""] = form.exec(version) ?? [];
  const found: Part[] = [];
  if (first !== "") found.push({ kind: kinds.number, value: Number(first) });
  for (const digits of numbers.split(".").slice(1)) {
    const part = { kind: kinds.number, value: Number(digits) };
    found.push(digits.startsWith("0") ? { ...part, fraction: digits } : part);
  }
  if (letter !== "") found.push({ kind: kinds.letter, value: letter.charCodeAt(0) });
  for (const suffix of suffixes.split("_").slice(1)) {
    const [, name = "", number = ""] = /^([a-z]+)([0-9]*)/.exec(suffix) ?? [];
    const before = preSuffixes.indexOf(name);
    found.push(
      before >= 0
        ? { kind: kinds.preSuffix, value: before }
        : { kind: kinds.suffix, value: postSuffixes.indexOf(name) },
    );
    if (number !== "") found.push({ kind: kinds.suffixNumber, value: Number(number) });
  }
  if (rebuild !== "") found.push({ kind: kinds.rebuild, value: Number(rebuild) });
  return found;
}
