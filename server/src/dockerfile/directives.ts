import type { Span } from "../text/edits";
import { skipSpace, trimEnd } from "./characters";
import { isComment, type Line, LineReader } from "./lines";
import type { Directive, Dockerfile, Problem } from "./types";

const known = new Set(["syntax", "escape", "check"]);

export interface Directives {
  readonly directives: readonly Directive[];
  readonly escape: Dockerfile["escape"];
  readonly problems: readonly Problem[];
  /** Where the text behind the directives starts. */
  readonly end: number;
}

/** Reads the parser directives at the top; the first line that is none of them ends them, a blank line too. */
export function readDirectives(text: string, start: number): Directives {
  const reader = new LineReader(text, start);
  const directives: Directive[] = [];
  const problems: Problem[] = [];
  let escapeChar: Dockerfile["escape"] = "\\";
  let end = start;
  for (let line = reader.next(); line; line = reader.next()) {
    const directive = readDirective(text, line);
    if (!directive) break;
    const { name, value, span } = directive;
    if (directives.some((other) => other.name === name)) {
      problems.push({ span, message: `Only one "${name}" directive is allowed. Remove this one.` });
    } else if (name === "escape") {
      if (value === "\\" || value === "`") escapeChar = value;
      else problems.push({ span, message: `The escape character must be \\ or \`, not "${value}".` });
    }
    directives.push(directive);
    end = reader.offset;
  }
  return { directives, escape: escapeChar, problems, end };
}

function readDirective(text: string, line: Line): Directive | undefined {
  if (!isComment(text, line)) return undefined;
  const span: Span = { start: line.content, end: line.end };
  const from = skipSpace(text, span.start + 1, span.end);
  const equals = text.indexOf("=", from);
  if (equals < 0 || equals >= span.end) return undefined;
  const name = text.slice(from, trimEnd(text, from, equals)).toLowerCase();
  if (!known.has(name)) return undefined;
  const valueStart = skipSpace(text, equals + 1, span.end);
  const value = text.slice(valueStart, trimEnd(text, valueStart, span.end));
  return value === "" ? undefined : { name, value, span };
}
