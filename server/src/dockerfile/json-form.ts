import type { Cooked } from "../text/cooked";
import type { Word } from "./types";

/** `refused`: a JSON array with something else than strings in it, which the builder does not take. */
export type JsonForm = readonly Word[] | "refused" | undefined;

/** Reads the JSON form from `start` to the end of the text; undefined when it is no JSON array, and so shell form. */
export function readJsonForm(cooked: Cooked, start: number): JsonForm {
  const { text } = cooked;
  if (text.charCodeAt(start) !== 91) return undefined;
  const strings = stringRanges(text, start);
  if (!strings) return isJsonArray(text.slice(start)) ? "refused" : undefined;
  const words: Word[] = [];
  for (const [from, to] of strings) {
    const raw = text.slice(from, to);
    const value = jsonString(raw);
    if (value === undefined) return undefined;
    words.push({ raw, value, span: cooked.toSourceSpan(from, to) });
  }
  return words;
}

/** Where the strings of `[ "a", "b" ]` stand, quotes included; undefined for any other shape. */
function stringRanges(text: string, start: number): [number, number][] | undefined {
  const ranges: [number, number][] = [];
  let at = skipJsonSpace(text, start + 1);
  while (text[at] !== "]" || ranges.length > 0) {
    if (text[at] !== '"') return undefined;
    const end = endOfString(text, at);
    ranges.push([at, end]);
    at = skipJsonSpace(text, end);
    if (text[at] === "]") break;
    if (text[at] !== ",") return undefined;
    at = skipJsonSpace(text, at + 1);
  }
  return skipJsonSpace(text, at + 1) === text.length ? ranges : undefined;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function skipJsonSpace(text: string, start: number): number {
  let at = start;
  while (text[at] === " " || text[at] === "\t" || text[at] === "\n" || text[at] === "\r") at++;
  return at;
}

function jsonString(raw: string): string | undefined {
  try {
    return JSON.parse(raw) as string;
  } catch {
    return undefined;
  }
}

function isJsonArray(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}
