/** One word of `apk add` or of a package's dependencies. */
export interface ApkRequest {
  readonly name: string;
  /** `!name`: must not be installed. */
  readonly conflict: boolean;
  /** `<`, `<=`, `=`, `>=`, `>`, `~` and the like; empty without a version. */
  readonly operator: string;
  readonly version: string;
}

/** Reads `name`, `!name`, `name=1.2-r0`, `name>=1`, `name~1.2`, `name@repository`. */
export function readApkRequest(word: string): ApkRequest {
  const conflict = word.startsWith("!");
  const [, name = "", operator = "", version = ""] = /^!?([^<>=~@]*)(?:@[^<>=~]*)?([<>=~]*)(.*)$/.exec(word) ?? [];
  return { name, conflict, operator, version };
}

/** Whether an installed version answers a request, by apk's order of versions. */
export function fits(version: string, request: ApkRequest): boolean {
  if (request.operator === "") return true;
  const order = compareVersions(version, request.version);
  if (request.operator.includes("~")) {
    // `~1.2` takes every version that starts so, `>~` and `<~` also what is beyond.
    const same = version === request.version || /^[^0-9]/.test(version.slice(request.version.length));
    if (version.startsWith(request.version) && same) return true;
  }
  return (
    (request.operator.includes("<") && order < 0) ||
    (request.operator.includes(">") && order > 0) ||
    (request.operator.includes("=") && order === 0)
  );
}

const suffixes = ["alpha", "beta", "pre", "rc", "", "cvs", "svn", "git", "hg", "p"];

/** Below zero when `a` is older. Parts: numbers with dots, a letter, `_alpha` ... `_p` suffixes, `-r` build number. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const order = (left[index] ?? 0) - (right[index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** As numbers that compare one by one: four dotted parts at least, so that suffixes of short and long versions meet. */
function parts(version: string): number[] {
  const [, numbers = "", letter = "", suffix = "", suffixNumber = "", build = ""] =
    /^([0-9.]*)([a-z]?)(?:_([a-z]+)([0-9]*))?.*?(?:-r([0-9]+))?$/.exec(version) ?? [];
  const dotted = numbers.split(".").map((part) => Number(part) + 1);
  while (dotted.length < 8) dotted.push(0);
  return [
    ...dotted,
    letter === "" ? 0 : letter.charCodeAt(0),
    suffixes.indexOf(suffix),
    Number(suffixNumber || 0),
    Number(build || 0),
  ];
}
