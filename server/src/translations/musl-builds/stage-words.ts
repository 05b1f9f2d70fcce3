import type { Instruction } from "../../dockerfile/types";
import { type Stage, scopeAtStart } from "../../model/build";
import { nestedRuns, withNested } from "../../model/nested";
import { type Run, sourceSpan } from "../../model/run";
import type { Scope } from "../../model/scope";
import { expandKnown } from "../../model/shell-variables";
import { expand, textOf } from "../../model/variables";
import type { ShellWord } from "../../shell/types";
import type { Span } from "../../text/edits";

/** A word of an instruction or of shell text. */
export interface StageWord {
  /** As written. */
  readonly text: string;
  /** Without quotes; variables stand as written. */
  readonly plain: string;
  /** With the variables that are known replaced. */
  readonly value: string;
  /** In the document. */
  readonly span: Span;
  /** The value of another text in its place, without quotes. */
  readonly withText: (text: string) => string;
  /** The values of the variables in it, as far as they are known. */
  readonly variables: readonly string[];
}

/** A word of shell text, with its place there. */
export interface RunWord extends StageWord {
  readonly place: Span;
}

/** All words of a stage that name files or addresses, in the order of the text. */
export function wordsOf(stage: Stage): StageWord[] {
  const scope = scopeAtStart(stage);
  return stage.instructions.flatMap((instruction) => {
    const run = stage.runs.find((one) => one.instruction === instruction);
    const words = run
      ? withNested(run).flatMap(wordsOfRun)
      : instructionWords(instruction.trigger ?? instruction, scope);
    scope.apply(instruction);
    return words;
  });
}

/** Not those of text that is handed to another shell, which is a run of its own. */
export function wordsOfRun(run: Run): RunWord[] {
  const hosts = new Set(nestedRuns(run).map(({ host }) => host));
  const words = run.script.commands
    .filter((command) => !hosts.has(command))
    .flatMap(({ args, assignments, redirects }) => [
      ...args,
      ...assignments.flatMap(({ value }) => value ?? []),
      ...redirects.flatMap(({ target }) => target ?? []),
    ]);
  // A word with `$(...)` in it has the words of that command too.
  const outer = words.filter(
    ({ span }) =>
      !words.some((other) => other.span !== span && other.span.start <= span.start && span.end <= other.span.end),
  );
  return outer.map((word) => {
    const withText = (value: string) => expandKnown(run, { ...word, value });
    return {
      text: word.text,
      plain: word.value,
      value: withText(word.value),
      span: sourceSpan(run, word.span),
      place: word.span,
      withText,
      variables: namesIn(word).map((name) => withText(`\${${name}}`)),
    };
  });
}

function namesIn({ text }: Pick<ShellWord, "text">): string[] {
  return [...text.matchAll(/\$\{?(\w+)/g)].flatMap(([, name]) => name ?? []);
}

/** Instructions that name files or addresses of the image. */
const naming = /^(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|HEALTHCHECK|VOLUME|WORKDIR)$/;

function instructionWords(instruction: Instruction, scope: Scope): StageWord[] {
  if (!naming.test(instruction.name)) return [];
  const known = (text: string) => {
    const segments = expand(text, (name) => scope.value(name) ?? `\${${name}}`);
    return segments ? textOf(segments) : text;
  };
  return (instruction.json ?? instruction.words).map((word) => ({
    text: word.raw,
    plain: word.value,
    value: known(word.value),
    span: word.span,
    withText: known,
    variables: namesIn({ text: word.raw }).flatMap((name) => scope.value(name) ?? []),
  }));
}
