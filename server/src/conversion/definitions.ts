import type { Instruction } from "../dockerfile/types";
import { instructionsOf } from "../model/layers";
import { type Run, sourceSpan } from "../model/run";
import type { ShellWord, Step, StepList } from "../shell/types";
import { encloses, type Span } from "../text/edits";
import type { Context } from "../translations/translation";
import { answerFor, withoutPython2 } from "./name-answers";

/** Where a variable with a list of packages is set, and what each name becomes. */
export interface Definition {
  readonly variable: string;
  /** Its own place in the document; `undefined` for a variable of the shell text itself. */
  readonly instruction: Instruction | undefined;
  readonly names: readonly DefinedName[];
}

export interface DefinedName {
  readonly debian: string;
  /** As written, with its version. */
  readonly raw: string;
  /** In the document. */
  readonly span: Span;
  readonly packages: readonly string[];
}

/** Where a variable that an installation names gets its list from: the shell text, or ENV and ARG. */
export function findDefinition(
  variable: string,
  word: ShellWord,
  context: Context,
  seen: readonly string[] = [],
): Definition | undefined {
  if (seen.includes(variable)) return undefined;
  return shellDefinition(variable, word, context, [...seen, variable]) ?? instructionDefinition(variable, context);
}

/** All assignments before the use count: `deps="a"; if ...; then deps="$deps b"; fi`. */
function shellDefinition(
  variable: string,
  word: ShellWord,
  context: Context,
  seen: readonly string[],
): Definition | undefined {
  const { run } = context;
  const assigned = run.script.commands
    .filter(({ span, substituted }) => span.end <= word.span.start && !substituted)
    .flatMap(({ assignments }) => assignments)
    .flatMap(({ name, value }) => (name === variable && value ? [value] : []));
  const values = loopWords(variable, word, run) ?? assigned;
  if (values.length === 0) return undefined;
  const names: DefinedName[] = [];
  for (const value of values) {
    const place = (start: number, end: number) =>
      sourceSpan(run, { start: value.span.start + start, end: value.span.start + end });
    const own = namesIn(value.text, place, context, (other) => {
      if (other === variable) return [];
      return findDefinition(other, word, context, seen)?.names;
    });
    if (!own) return undefined;
    names.push(...own);
  }
  return { variable, instruction: undefined, names };
}

/** `for NAME in a b c; do apt-get install $NAME; done`: the words of the innermost loop around the word that sets the variable. */
function loopWords(variable: string, { span }: ShellWord, { script }: Run): readonly ShellWord[] | undefined {
  const inside = ({ bodies }: Step) => bodies.find((body) => encloses(body.span, span));
  let words: readonly ShellWord[] | undefined;
  for (let list: StepList | undefined = script.steps; list; ) {
    const step: Step | undefined = list.steps.find((one) => inside(one) !== undefined);
    if (step?.loop?.variable === variable) words = step.loop.words;
    list = step && inside(step);
  }
  return words;
}

/** ENV and ARG of the stage, or of the stages it is built from, that stand before the RUN. */
function instructionDefinition(variable: string, context: Context): Definition | undefined {
  const { stage, run } = context;
  const before = instructionsOf(stage).filter(({ span }) => span.end <= run.instruction.span.start);
  for (const instruction of before.reverse()) {
    if (instruction.name !== "ENV" && instruction.name !== "ARG") continue;
    const found = rawValue(instruction, variable);
    if (!found) continue;
    const { raw, at } = found;
    const place = (start: number, end: number) => instruction.args.toSourceSpan(at + start, at + end);
    const names = namesIn(raw, place, context, () => undefined);
    return names && { variable, instruction, names };
  }
  return undefined;
}

/** The raw value of a variable in ENV or ARG and its offset in the arguments. */
function rawValue({ args, words }: Instruction, variable: string): { raw: string; at: number } | undefined {
  const [first] = words;
  if (first && !first.raw.includes("=") && first.raw === variable) {
    const at = args.text.indexOf(first.raw) + first.raw.length;
    return { raw: args.text.slice(at), at };
  }
  const word = words.find(({ raw }) => raw.startsWith(`${variable}=`));
  if (!word) return undefined;
  const start = args.text.indexOf(word.raw);
  const at = start + variable.length + 1;
  return start < 0 ? undefined : { raw: word.raw.slice(variable.length + 1), at };
}

const reference = /^\$(?:\{(\w+)\}|(\w+))$/;

/**
 * The names in a list, with the places of each; undefined when the text holds more than names and blanks.
 * @param others the names of another variable that the list holds.
 */
function namesIn(
  text: string,
  place: (start: number, end: number) => Span,
  context: Context,
  others: (variable: string) => readonly DefinedName[] | undefined,
): DefinedName[] | undefined {
  const match = /^(["']?)([\s\S]*)\1$/.exec(text.trim());
  const inner = match?.[2] ?? text;
  const offset = text.indexOf(inner);
  const names: DefinedName[] = [];
  for (const { token, at } of tokensOf(inner)) {
    const variable = reference.exec(token);
    if (variable) {
      const more = others(variable[1] ?? variable[2] ?? "");
      if (!more) return undefined;
      names.push(...more);
      continue;
    }
    // `nginx=${VERSION}-1`: the version is of Debian's package.
    const debian = /^([a-z0-9][a-zA-Z0-9+.-]*)=\S*[$*]\S*$/.exec(token)?.[1] ?? token;
    if (/["'$`\\(){}]/.test(debian)) return undefined;
    const answer = withoutPython2(debian, answerFor(debian, context), context);
    const start = offset + at;
    const packages = answer.kind === "packages" ? answer.packages : [];
    names.push({ debian, raw: token, span: place(start, start + token.length), packages });
  }
  return names;
}

/** Words between blanks; of `$(command -v gpg > /dev/null || echo 'gnupg dirmngr')` those behind `echo`. */
function* tokensOf(text: string): Iterable<{ token: string; at: number }> {
  for (const { 0: part, index } of text.matchAll(/\$\([^()]*\)|[^\s$]\S*|\$[^\s(]\S*/g)) {
    const echoed = part.startsWith("$(") ? /\becho\s+(["']?)([^"'()|&;]*)\1\s*\)$/.exec(part)?.[2] : undefined;
    if (echoed === undefined) {
      yield { token: part, at: index };
      continue;
    }
    const start = index + part.lastIndexOf(echoed);
    for (const word of echoed.matchAll(/\S+/g)) yield { token: word[0], at: start + word.index };
  }
}
