/** The numbers a version starts with: `1.2.3rc1` has 1, 2, 3. */
function numbers(version: string): number[] {
  return (/^[vV=\s]*(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? "").split(".").filter(Boolean).map(Number);
}

/** Below zero when `a` is older. Only the leading numbers count. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const order = (left[at] ?? 0) - (right[at] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * Whether the version that is installed may be `bound` or newer: installers take the newest that they may.
 * @param range pip's (`>=1,<2`, `~=1.4`, `==1.*`), npm's and RubyGems' (`^1.2`, `~> 1.2`, `1.2.x`) are understood; what is
 *   not understood allows everything.
 */
export function mayReach(range: string, bound: string): boolean {
  return range
    .split(/,|\s+(?=[<>=~^!])/)
    .map((part) => part.trim())
    .every((part) => {
      const match = /^(===?|<=|<|~=|~>|\^|~|=)?\s*v?(\d[\w.*+-]*)$/.exec(part);
      if (!match) return true;
      const [, operator = "==", version = ""] = match;
      switch (operator) {
        case "<=":
          return compareVersions(version, bound) >= 0;
        case "<":
          return compareVersions(version, bound) > 0;
        case "~=":
        case "~>":
          return compareVersions(raised(version, Math.max(numbers(version).length - 2, 0)), bound) > 0;
        case "~":
          return compareVersions(raised(version, Math.min(numbers(version).length - 1, 1)), bound) > 0;
        case "^":
          return (
            compareVersions(
              raised(
                version,
                Math.max(
                  numbers(version).findIndex((one) => one > 0),
                  0,
                ),
              ),
              bound,
            ) > 0
          );
        default: {
          const wild = /\.[*xX]/.test(version);
          return wild
            ? compareVersions(raised(version, numbers(version).length - 1), bound) > 0
            : compareVersions(version, bound) >= 0;
        }
      }
    });
}

/** The first version that differs at this number: `1.4.2` raised at 1 is `1.5`. */
function raised(version: string, at: number): string {
  const parts = numbers(version).slice(0, at + 1);
  parts[at] = (parts[at] ?? 0) + 1;
  return parts.join(".");
}
