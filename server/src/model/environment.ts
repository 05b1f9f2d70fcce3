import type { Instruction } from "../dockerfile/types";
import type { Span } from "../text/edits";
import type { Stage } from "./build";
import { withoutQuotes } from "./scope";

/** A variable that ENV sets for RUNs and for the container. */
export interface Variable {
  readonly name: string;
  /** Without quotes, as written otherwise. */
  readonly value: string;
  /** The document range of name and value. */
  readonly span: Span;
  readonly instruction: Instruction;
}

/** What the ENV instructions of a stage set, in order. */
export function variablesOf({ instructions }: Stage): readonly Variable[] {
  return instructions.filter(({ name }) => name === "ENV").flatMap(variablesSetBy);
}

/** The variables of one ENV, in its new form and in its old one. */
export function variablesSetBy(instruction: Instruction): readonly Variable[] {
  const [first] = instruction.words;
  if (!first) return [];
  if (!first.value.includes("=")) {
    // `ENV NAME the rest of the line`.
    const value = withoutQuotes(instruction.args.text.slice(first.raw.length).trim());
    return [{ name: first.value, value, span: instruction.argsSpan, instruction }];
  }
  return instruction.words.flatMap(({ value, span }) => {
    const equals = value.indexOf("=");
    return equals > 0 ? [{ name: value.slice(0, equals), value: value.slice(equals + 1), span, instruction }] : [];
  });
}
