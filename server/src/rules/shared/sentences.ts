/** `a`, `a and b`, `a, b and c`; from the fifth on they are counted. */
export function listed(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} others`] : names;
  const last = shown.at(-1) ?? "";
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${last}` : last;
}

/** The first of several sentences. */
export function firstSentence(text: string): string {
  const end = /[.!?](?=\s+[A-Z`"(])/.exec(text);
  return end ? text.slice(0, end.index + 1) : text;
}

/** The line that holds an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
