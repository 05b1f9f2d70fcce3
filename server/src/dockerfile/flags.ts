import type { Cooked } from "../text/cooked";
import { skipSpace } from "./characters";
import type { Flag } from "./types";
import { endOfWord, unquote } from "./words";

/** The builder unquotes flags with the backslash, whatever `# escape=` says. */
const flagEscape = "\\";

/** The words that start with `--`, from `start` on, and where the arguments behind them start; `--` alone ends them. */
export function readFlags(cooked: Cooked, start: number): { flags: Flag[]; end: number } {
  const { text } = cooked;
  const flags: Flag[] = [];
  let at = skipSpace(text, start, text.length);
  while (text.startsWith("--", at)) {
    const end = endOfWord(text, at, flagEscape.charCodeAt(0));
    const isSeparator = end - at === 2;
    if (!isSeparator) flags.push(flag(cooked, at, end));
    at = skipSpace(text, end, text.length);
    if (isSeparator) break;
  }
  return { flags, end: at };
}

function flag(cooked: Cooked, start: number, end: number): Flag {
  const raw = cooked.text.slice(start, end);
  const span = cooked.toSourceSpan(start, end);
  const equals = raw.indexOf("=");
  if (equals < 0) return { name: unquote(raw.slice(2), flagEscape), value: undefined, span, valueSpan: undefined };
  return {
    name: unquote(raw.slice(2, equals), flagEscape),
    value: unquote(raw.slice(equals + 1), flagEscape),
    span,
    valueSpan: cooked.toSourceSpan(start + equals + 1, end),
  };
}
