import type { ShellWord } from "../shell/types";
import type { Run } from "./run";

const alone = /^"?\$(?:\{(\w+)\}|(\w+))"?$/;
const any = /\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g;

/**
 * The words a shell word stands for where it is used, by the variables of the shell text, of ARG and of ENV.
 * @returns undefined when a value is not known, or the word holds another expansion.
 */
export function expandShell(run: Run, word: ShellWord): { values: string[]; variable: string | undefined } | undefined {
  const match = alone.exec(word.text);
  const name = match?.[1] ?? match?.[2];
  const lookup = (variable: string) => shellValue(run, variable, word.span.start) ?? run.variables.get(variable);
  if (name !== undefined) {
    const value = lookup(name);
    return value === undefined || /[$`*?[]/.test(value)
      ? undefined
      : { values: value.split(/\s+/).filter(Boolean), variable: name };
  }
  let known = true;
  const text = word.value.replace(any, (_, braced?: string, fallback?: string, plain?: string) => {
    const value = lookup(braced ?? plain ?? "") ?? fallback;
    known &&= value !== undefined;
    return value ?? "";
  });
  return known && !/[$`(){}]/.test(text)
    ? { values: text.split(/\s+/).filter(Boolean), variable: undefined }
    : undefined;
}

/** The word with the variables that have a known value replaced, and all else as it is written. */
export function expandKnown(run: Run, word: ShellWord): string {
  return word.value.replace(any, (whole, braced?: string, fallback?: string, plain?: string) => {
    const name = braced ?? plain ?? "";
    return shellValue(run, name, word.span.start) ?? run.variables.get(name) ?? fallback ?? whole;
  });
}

/** The value the shell text itself has given the variable before `offset`; undefined when it did not, or not as plain text. */
function shellValue(run: Run, name: string, offset: number): string | undefined {
  const value = run.script.commands
    .filter(({ span, substituted }) => span.end <= offset && !substituted)
    .flatMap(({ assignments }) => assignments)
    .findLast((assignment) => assignment.name === name)?.value;
  return value?.literal ? value.value : undefined;
}
