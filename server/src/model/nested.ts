import type { Word } from "../dockerfile/types";
import { invocation, isShell } from "../shell/invocation";
import { parseShell } from "../shell/parse";
import { Cooked, type Piece } from "../text/cooked";
import type { Run } from "./run";

/**
 * The texts a RUN hands to another shell: `bash -c "..."`, `["sh", "-c", "..."]`, and the words of the JSON form.
 * Only text that is taken as it stands is read: what holds other escapes than `\"` within `"` is left out.
 */
export function nestedRuns(run: Run): Run[] {
  if (run.form === "exec") return execRuns(run);
  return run.script.commands.flatMap((command) => {
    const call = invocation(command);
    const word = isShell(call.name) ? textBehindC(call.args) : undefined;
    const quote = /^(["'])([\s\S]*)\1$/.exec(word?.text ?? "");
    const text = quote?.[2];
    if (!word || text === undefined) return [];
    // `\"` within `"` is a quote of the inner text, which has no other escapes.
    const plain = quote?.[1] === '"' ? text.replaceAll('\\"', "") : text;
    if (plain.includes("\\") || plain.includes(quote?.[1] ?? "")) return [];
    const cooked = run.cooked.slice(word.span.start + 1, word.span.end - 1);
    const escapes = [...cooked.text.matchAll(/\\/g)].map(({ index }) => index);
    return [nestedRun(run, cooked.without(escapes), quote?.[1] === "'" ? "'" : '"', command)];
  });
}

function textBehindC<T extends { readonly value: string }>(words: readonly T[]): T | undefined {
  const at = words.findIndex(({ value }) => /^-[a-z]*c[a-z]*$/.test(value));
  return at < 0 ? undefined : words.slice(at + 1).find(({ value }) => !/^-|^pipefail$/.test(value));
}

/** The RUN itself, and the texts it hands to another shell. */
export function withNested(run: Run): Run[] {
  return [run, ...nestedRuns(run)];
}

function execRuns(run: Run): Run[] {
  const words = run.command.json ?? [];
  if (!isReadAsShell(words)) return [];
  if (startsShell(words)) {
    const text = textBehindC(words.slice(1));
    if (!text) return [];
    const piece = { cooked: 0, source: text.span.start + 1, length: text.value.length };
    const cooked = new Cooked(text.value, text.value === "" ? [] : [piece], text.span.end - 1);
    return [nestedRun(run, cooked, '"', undefined)];
  }
  return [nestedRun(run, joined(words), "json", undefined)];
}

/** The JSON form hands a text to a shell, or is read as shell text itself: what is in it is a command of a RUN of its own. */
export function isReadAsShell(words: readonly Word[]): boolean {
  if (words.length === 0 || words.some(({ raw, span }) => raw.includes("\\") || raw.length !== span.end - span.start))
    return false;
  return startsShell(words) ? textBehindC(words.slice(1)) !== undefined : isPlainJson(words);
}

function startsShell([program]: readonly Word[]): boolean {
  return program !== undefined && isShell(program.value.slice(program.value.lastIndexOf("/") + 1));
}

/** The strings of the JSON form are plain words, so that they can be read as shell text with blanks between them. */
export function isPlainJson(words: readonly Pick<Word, "value">[]): boolean {
  return words.every(({ value }) => /^[\w@%+=:,./~*-]+$/.test(value));
}

/** The words with blanks between them; each blank leads to the closing quote of the word before it. */
function joined(words: readonly Word[]): Cooked {
  const pieces: Piece[] = [];
  let text = "";
  for (const { value, span } of words) {
    if (text !== "") {
      pieces.push({ cooked: text.length, source: lastEnd(pieces), length: 1 });
      text += " ";
    }
    pieces.push({ cooked: text.length, source: span.start + 1, length: value.length });
    text += value;
  }
  return new Cooked(text, pieces, lastEnd(pieces));
}

function lastEnd(pieces: readonly Piece[]): number {
  const last = pieces.at(-1);
  return last ? last.source + last.length : 0;
}

function nestedRun(run: Run, cooked: Cooked, quoting: NonNullable<Run["quoting"]>, host: Run["host"]): Run {
  return { ...run, form: "shell", cooked, script: parseShell(cooked.text), quoting, host };
}
