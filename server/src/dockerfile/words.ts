import type { Cooked } from "../text/cooked";
import { isSeparator, isSpace, skipSpace } from "./characters";
import type { Dockerfile, Word } from "./types";

const doubleQuote = 34;
const singleQuote = 39;

/**
 * Splits at white space outside quotes. The escape character takes the next character along, so that
 * `a\ b` is one word; an open quote runs to the end.
 */
export function splitWords(cooked: Cooked, escapeChar: Dockerfile["escape"]): Word[] {
  const { text } = cooked;
  const words: Word[] = [];
  let at = skipSpace(text, 0, text.length);
  while (at < text.length) {
    const end = endOfWord(text, at, escapeChar.charCodeAt(0));
    const raw = text.slice(at, end);
    words.push({ raw, value: unquote(raw, escapeChar), span: cooked.toSourceSpan(at, end) });
    at = skipSpace(text, end, text.length);
  }
  return words;
}

/** Splits at white space, in quotes too: how FROM, COPY, ADD, EXPOSE and VOLUME have their words. */
export function splitAtBlanks(cooked: Cooked, escapeChar: Dockerfile["escape"]): Word[] {
  const { text } = cooked;
  const words: Word[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isSeparator(text.charCodeAt(at))) continue;
    if (at > start) {
      const raw = text.slice(start, at);
      words.push({ raw, value: unquote(raw, escapeChar), span: cooked.toSourceSpan(start, at) });
    }
    start = at + 1;
  }
  return words;
}

/** The offset of the white space that ends the word at `start`, or the end of the text. */
function endOfWord(text: string, start: number, escapeChar: number): number {
  let quote = 0;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === escapeChar && quote !== singleQuote) at++;
    else if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === singleQuote || code === doubleQuote) quote = code;
    else if (isSpace(code)) break;
  }
  return Math.min(at, text.length);
}

/**
 * The word without its quotes and escape characters. Between double quotes the escape character keeps its meaning
 * before `"`, `$` and itself only; between single quotes it has none. Variables stay as written.
 */
export function unquote(raw: string, escapeChar: string): string {
  if (!raw.includes('"') && !raw.includes("'") && !raw.includes(escapeChar)) return raw;
  const parts: string[] = [];
  let quote = "";
  for (let at = 0; at < raw.length; at++) {
    const char = raw.charAt(at);
    if (char === escapeChar && quote !== "'") {
      const next = raw.charAt(at + 1);
      const literal = quote === '"' && next !== '"' && next !== "$" && next !== escapeChar;
      parts.push(literal ? char + next : next);
      at++;
    } else if (quote !== "") {
      if (char === quote) quote = "";
      else parts.push(char);
    } else if (char === "'" || char === '"') quote = char;
    else parts.push(char);
  }
  return parts.join("");
}
