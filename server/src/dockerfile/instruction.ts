import type { Cooked } from "../text/cooked";
import type { Span } from "../text/edits";
import { isSeparator, skipSpace, trimEnd } from "./characters";
import { readFlags } from "./flags";
import { readHeredocs } from "./heredocs";
import { readJsonForm } from "./json-form";
import { canBeTrigger, isKeyword, needsArguments, splitsAtEveryBlank, takesHeredocs, takesJsonForm } from "./keywords";
import type { LineReader, LogicalLine } from "./lines";
import type { Dockerfile, Heredoc, Instruction, Problem, Word } from "./types";
import { splitAtBlanks, splitWords } from "./words";

/** What one logical line is made of; heredocs and the end of the span are known later. */
type Parts = Omit<Instruction, "heredocs">;

/** Reads the instruction on a logical line, and its heredocs from the lines that follow. */
export function readInstruction(
  line: LogicalLine,
  reader: LineReader,
  escapeChar: Dockerfile["escape"],
  problems: Problem[],
): Instruction {
  const parts = readParts(line.cooked, line.span, line.comments, escapeChar, problems);
  const trigger = parts.name === "ONBUILD" ? readTrigger(parts, escapeChar, problems) : undefined;
  const command = trigger ?? parts;
  const heredocs = takesHeredocs(command.name) && !command.json ? readHeredocs(command.args, reader) : [];
  for (const heredoc of heredocs) {
    if (heredoc.closed) continue;
    const message = `The heredoc has no closing line "${heredoc.delimiter}". Add one behind its text.`;
    problems.push({ span: heredoc.operatorSpan, message });
  }
  const end = heredocs.length > 0 ? endOfLineBefore(reader) : line.span.end;
  return {
    ...complete(parts, heredocs, end),
    trigger: trigger && complete(trigger, heredocs, end),
  };
}

function complete(parts: Parts, heredocs: readonly Heredoc[], end: number): Instruction {
  return { ...parts, span: { start: parts.span.start, end }, heredocs };
}

/** The end of the line that was read last, without its line ending. */
function endOfLineBefore({ text, offset }: LineReader): number {
  let end = offset;
  if (text.charCodeAt(end - 1) === 10) end--;
  while (end > 0 && text.charCodeAt(end - 1) === 13) end--;
  return end;
}

function readTrigger(onbuild: Parts, escapeChar: Dockerfile["escape"], problems: Problem[]): Parts | undefined {
  if (onbuild.args.text === "") return undefined;
  const span = { start: onbuild.argsSpan.start, end: onbuild.span.end };
  const comments = onbuild.comments.filter(({ start }) => start > span.start);
  const trigger = readParts(onbuild.args, span, comments, escapeChar, problems);
  if (!canBeTrigger(trigger.name)) {
    problems.push({ span: trigger.nameSpan, message: `${trigger.name} is not allowed behind ONBUILD.` });
  }
  return trigger;
}

function readParts(
  cooked: Cooked,
  span: Span,
  comments: readonly Span[],
  escapeChar: Dockerfile["escape"],
  problems: Problem[],
): Parts {
  const { text } = cooked;
  const start = skipSpace(text, 0, text.length);
  const end = trimEnd(text, start, text.length);
  const nameEnd = endOfKeyword(text, start, end);
  const name = text.slice(start, nameEnd).toUpperCase();
  const nameSpan = cooked.toSourceSpan(start, nameEnd);
  const { flags, end: argsStart } = readFlags(cooked, nameEnd, escapeChar);
  const argsEnd = Math.max(argsStart, end);
  const args = cooked.slice(argsStart, argsEnd);
  const words = splitsAtEveryBlank(name) ? splitAtBlanks(args, escapeChar) : splitWords(args, escapeChar);
  const message = problemOf(name, words);
  if (message) problems.push({ span: nameSpan, message });
  const json = readJson(name, args, nameSpan, problems);
  return {
    name,
    nameSpan,
    span,
    flags,
    args,
    argsSpan: cooked.toSourceSpan(argsStart, argsEnd),
    words,
    json,
    comments,
    trigger: undefined,
  };
}

/** What the builder refuses about the instruction as a whole. */
function problemOf(name: string, words: readonly Word[]): string | undefined {
  if (!isKeyword(name)) return `Docker knows no instruction "${name}". Check its spelling.`;
  const [first, second] = words;
  if (!first) return needsArguments(name) ? `${name} needs something behind it.` : undefined;
  if (name !== "ENV" && name !== "LABEL") return undefined;
  if (!first.raw.includes("=")) return second ? undefined : `${name} needs a name and a value: ${name} name=value.`;
  const bad = words.find(({ raw }) => !raw.includes("="));
  return bad && `${name} takes name=value only; "${bad.raw}" has no "=". Put a value with blanks in quotes.`;
}

/** HEALTHCHECK has its JSON form behind the word CMD. */
function readJson(name: string, args: Cooked, nameSpan: Span, problems: Problem[]): Instruction["json"] {
  if (!takesJsonForm(name)) return undefined;
  const { text } = args;
  const start = name === "HEALTHCHECK" ? skipSpace(text, endOfKeyword(text, 0, text.length), text.length) : 0;
  const json = readJsonForm(args, start);
  if (json !== "refused") return json;
  const message = `The JSON form of ${name} takes strings only. Put each item in double quotes.`;
  problems.push({ span: nameSpan, message });
  return undefined;
}

function endOfKeyword(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isSeparator(text.charCodeAt(at))) at++;
  return at;
}
