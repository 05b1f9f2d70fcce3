import type { Cooked } from "../text/cooked";
import { isSpace, skipSpace } from "./characters";
import type { Dockerfile, Flag } from "./types";

/** The words that start with `--`, from `start` on, and where the arguments behind them start; `--` alone ends them. */
export function readFlags(
  cooked: Cooked,
  start: number,
  escapeChar: Dockerfile["escape"],
): { flags: Flag[]; end: number } {
  const { text } = cooked;
  const flags: Flag[] = [];
  let at = skipSpace(text, start, text.length);
  while (text.startsWith("--", at)) {
    const word = readFlagWord(text, at, escapeChar);
    const isSeparator = word.name === "" && word.value === undefined;
    if (!isSeparator) flags.push(flag(cooked, at, word));
    at = skipSpace(text, word.end, text.length);
    if (isSeparator) break;
  }
  return { flags, end: at };
}

interface FlagWord {
  readonly name: string;
  readonly value: string | undefined;
  /** Where the value starts; the word's end when it has none. */
  readonly valueStart: number;
  readonly end: number;
}

/** Other than in arguments, the escape character takes the next character along in quotes of both kinds. */
function readFlagWord(text: string, start: number, escapeChar: string): FlagWord {
  const parts: string[] = [];
  let name: string | undefined;
  let valueStart = -1;
  let quote = "";
  let at = start + 2;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === escapeChar) {
      at++;
      parts.push(text.charAt(at));
    } else if (char === quote) quote = "";
    else if (quote !== "") parts.push(char);
    else if (char === '"' || char === "'") quote = char;
    else if (isSpace(char.charCodeAt(0))) break;
    else if (char === "=" && name === undefined) {
      name = parts.splice(0).join("");
      valueStart = at + 1;
    } else parts.push(char);
  }
  const end = Math.min(at, text.length);
  const rest = parts.join("");
  if (name === undefined) return { name: rest, value: undefined, valueStart: end, end };
  return { name, value: rest, valueStart, end };
}

function flag(cooked: Cooked, start: number, { name, value, valueStart, end }: FlagWord): Flag {
  const valueSpan = value === undefined ? undefined : cooked.toSourceSpan(valueStart, end);
  return { name, value, span: cooked.toSourceSpan(start, end), valueSpan };
}
