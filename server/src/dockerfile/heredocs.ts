import type { Cooked } from "../text/cooked";
import { isSpace } from "./characters";
import type { LineReader } from "./lines";
import type { Heredoc } from "./types";
import { unquote } from "./words";

/** A word such as `3<<-"EOF"` or `<< EOF`, with its range in the text it was found in. */
interface Operator {
  readonly start: number;
  readonly end: number;
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
}

/** Heredoc words are read as a shell reads them, with the backslash, whatever `# escape=` says. */
const shellEscape = "\\";

/** Takes the heredocs that `args` announces out of the lines that follow. */
export function readHeredocs(args: Cooked, reader: LineReader): Heredoc[] {
  return findOperators(args.text).map(({ start, end, delimiter, quoted, stripTabs }) => {
    const bodyStart = reader.offset;
    let bodyEnd = bodyStart;
    let closed = false;
    for (let line = reader.next(); line; line = reader.next()) {
      closed = isClosingLine(reader.text, line.start, line.end, delimiter, stripTabs);
      if (closed) break;
      bodyEnd = reader.offset;
    }
    const operatorSpan = args.toSourceSpan(start, end);
    return { delimiter, quoted, stripTabs, operatorSpan, bodySpan: { start: bodyStart, end: bodyEnd }, closed };
  });
}

function isClosingLine(text: string, start: number, end: number, delimiter: string, stripTabs: boolean): boolean {
  let from = start;
  if (stripTabs) while (from < end && text.charCodeAt(from) === 9) from++;
  return end - from === delimiter.length && text.startsWith(delimiter, from);
}

/**
 * The heredoc words of a shell text, as the builder finds them: whole words only, so not in `cat<<EOF` nor `<<<x`.
 * White space behind `<<` belongs to the word. None at all when a quote or `${` stays open.
 * Unlike the builder, which then misses a closing line, `<<` inside `$(( ))` is taken for the shift it is.
 */
function findOperators(text: string): Operator[] {
  if (!text.includes("<<")) return [];
  const operators: Operator[] = [];
  const open: string[] = [];
  let parentheses = 0;
  let wordStart = -1;
  let isArithmetic = false;
  for (let at = 0; at <= text.length; at++) {
    const char = text.charAt(at);
    const inside = open.at(-1);
    if (inside === undefined && (char === "" || isSpace(char.charCodeAt(0)))) {
      if (wordStart >= 0 && !isArithmetic) pushOperator(operators, text, wordStart, at);
      wordStart = -1;
      continue;
    }
    const first = wordStart < 0;
    if (first) {
      wordStart = at;
      isArithmetic = parentheses >= 2;
    }
    if (char === shellEscape) at = Math.min(at + 1, text.length - 1);
    else if (char === inside) open.pop();
    else if (char === "<" && inside !== '"' && text.charAt(at + 1) === "<") at = skipBlanks(text, at + 2) - 1;
    else if (char === "$" && text.charAt(at + 1) === "{") {
      open.push("}");
      at++;
    } else if (char === '"') open.push(char);
    else if (inside === '"') continue;
    else if (char === "'") {
      at = text.indexOf("'", at + 1);
      if (at < 0) return [];
    } else if (inside === undefined) {
      if (parentheses > 0) parentheses += char === "(" ? 1 : char === ")" ? -1 : 0;
      else if (char === "(" && text.charAt(at + 1) === "(" && (first || text.charAt(at - 1) === "$")) parentheses = 1;
    }
  }
  return open.length > 0 ? [] : operators;
}

/** Adds the word when it is digits, `<<`, perhaps `-`, and a delimiter without another `<`. */
function pushOperator(operators: Operator[], text: string, start: number, end: number): void {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  if (!text.startsWith("<<", at)) return;
  at += 2;
  const stripTabs = text.charAt(at) === "-";
  const word = text.slice(skipBlanks(text, stripTabs ? at + 1 : at), end);
  if (word.includes("<")) return;
  const delimiter = unquote(word, shellEscape);
  if (delimiter === "") return;
  operators.push({ start, end, delimiter, quoted: isQuoted(word), stripTabs });
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (text.charAt(at) === " " || text.charAt(at) === "\t" || text.charAt(at) === "\r") at++;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether the word has a quote that is not escaped. */
function isQuoted(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const char = word.charAt(at);
    if (char === shellEscape) at++;
    else if (char === '"' || char === "'") return true;
  }
  return false;
}
