/** Orders versions as dpkg does: epoch, upstream's version, Debian's revision; `~` stands before the end. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  return one.epoch - other.epoch || inOrder(one.upstream, other.upstream) || inOrder(one.revision, other.revision);
}

/** Whether a version is what `>= 1.2` asks for. */
export function satisfies(version: string, relation: string): boolean {
  const [, operator = "", wanted = ""] = /^(<<|<=|=|>=|>>)\s*(\S+)$/.exec(relation) ?? [];
  const order = compareVersions(version, wanted);
  switch (operator) {
    case "<<":
      return order < 0;
    case "<=":
      return order <= 0;
    case "=":
      return order === 0;
    case ">=":
      return order >= 0;
    case ">>":
      return order > 0;
    default:
      return true;
  }
}

function partsOf(version: string): { epoch: number; upstream: string; revision: string } {
  const [, epoch = "0", rest = ""] = /^(?:(\d+):)?(.*)$/s.exec(version) ?? [];
  const dash = rest.lastIndexOf("-");
  return dash < 0
    ? { epoch: Number(epoch), upstream: rest, revision: "" }
    : { epoch: Number(epoch), upstream: rest.slice(0, dash), revision: rest.slice(dash + 1) };
}

/** Stretches without and with digits in turn, until two differ. */
function inOrder(a: string, b: string): number {
  const [one, other] = [stretches(a), stretches(b)];
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const [left = "", right = ""] = [one[at], other[at]];
    const order = at % 2 === 1 ? Number(left) - Number(right) : inLetters(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

/** The first one is without digits, and may be empty. */
function stretches(text: string): string[] {
  const found: string[] = text.match(/\D+|\d+/g) ?? [];
  return /^\d/.test(text) ? ["", ...found] : found;
}

function inLetters(a: string, b: string): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const order = weight(a[at]) - weight(b[at]);
    if (order !== 0) return order;
  }
  return 0;
}

/** `~` before the end, the end before letters, letters before all else. */
function weight(letter: string | undefined): number {
  if (letter === "~") return -1;
  if (letter === undefined) return 0;
  return /[A-Za-z]/.test(letter) ? letter.charCodeAt(0) : letter.charCodeAt(0) + 256;
}
