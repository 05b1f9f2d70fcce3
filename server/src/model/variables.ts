/** A part of an expanded text: literal, or the value of a variable. */
export interface Segment {
  readonly value: string;
  readonly variable: string | undefined;
  /** As written: `${VERSION}`, or the literal text itself. */
  readonly raw: string;
}

const reference = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+])([^}]*))?\})/g;

/**
 * Expands Docker's `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+alternative}`.
 * @returns undefined when a variable has no value, or a form is used that only newer frontends know.
 */
export function expand(text: string, lookup: (name: string) => string | undefined): Segment[] | undefined {
  const segments: Segment[] = [];
  let position = 0;
  for (const match of text.matchAll(reference)) {
    const [raw, plain, braced, operator, operand = ""] = match;
    if (match.index > position) segments.push(literal(text.slice(position, match.index)));
    const name = plain ?? braced ?? "";
    const value = resolve(lookup(name), operator, operand);
    if (value === undefined) return undefined;
    segments.push({ value, variable: name, raw });
    position = match.index + raw.length;
  }
  if (position < text.length) segments.push(literal(text.slice(position)));
  return segments.some(({ variable, raw }) => variable === undefined && raw.includes("$")) ? undefined : segments;
}

function resolve(value: string | undefined, operator: string | undefined, operand: string): string | undefined {
  const isSet = operator?.startsWith(":") ? value !== undefined && value !== "" : value !== undefined;
  if (operator?.endsWith("-")) return isSet ? value : operand;
  if (operator?.endsWith("+")) return isSet ? operand : "";
  return value;
}

function literal(text: string): Segment {
  return { value: text, variable: undefined, raw: text };
}

export function textOf(segments: readonly Segment[]): string {
  return segments.map(({ value }) => value).join("");
}
