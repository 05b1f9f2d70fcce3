import type { Span } from "../text/edits";

/** A shell text, read. All spans are offsets into the text that was parsed. */
export interface ShellScript {
  readonly text: string;
  readonly steps: StepList;
  /** Every simple command in source order, also those inside `if`, loops, functions and substitutions. */
  readonly commands: readonly ShellCommand[];
  readonly errors: readonly ShellError[];
}

export interface ShellError {
  readonly message: string;
  readonly offset: number;
}

/** What stands between two steps. `""` ends the list. */
export type Operator = "&&" | "||" | ";" | "&" | "\n" | "";

/** Steps that run one after the other: `a && b; c` has three. */
export interface StepList {
  readonly steps: readonly Step[];
  readonly span: Span;
  /** The compound step (`if`, `( )`, `{ }` ...) this list is a body of; undefined for the whole script. */
  readonly parent: Step | undefined;
}

/** One pipeline, usually one simple command. */
export interface Step {
  readonly span: Span;
  readonly list: StepList;
  readonly index: number;
  /** The operator that follows. */
  readonly operator: Operator;
  /** The command, when the step is nothing but one simple command. */
  readonly command: ShellCommand | undefined;
  /** The simple commands of the pipeline itself, not those inside compound commands or substitutions. */
  readonly pipeline: readonly ShellCommand[];
  /** The bodies of a compound command. */
  readonly bodies: readonly StepList[];
  /** `for NAME in WORDS`: undefined for every other step. */
  readonly loop: Loop | undefined;
}

export interface Loop {
  readonly variable: string;
  readonly words: readonly ShellWord[];
}

export interface ShellCommand {
  /** The command name without quotes; empty when there are only assignments or redirections. */
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly args: readonly ShellWord[];
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  readonly step: Step;
  /** Inside `$( )`, backquotes or `<( )`: its text is part of a word of another command. */
  readonly substituted: boolean;
  /** It may run never or more than once: inside `if`, a loop, `case`, a function, or after `||`. */
  readonly conditional: boolean;
}

export interface ShellWord {
  /** As written. */
  readonly text: string;
  /** Without quotes; expansions stay as written. */
  readonly value: string;
  /** No expansion of any kind: `value` is what the command gets. */
  readonly literal: boolean;
  readonly span: Span;
}

export interface ShellAssignment {
  readonly name: string;
  readonly value: ShellWord | undefined;
  readonly span: Span;
}

export interface ShellRedirect {
  readonly operator: string;
  readonly target: ShellWord | undefined;
  readonly span: Span;
  /** The lines of a heredoc with its closing one, which stand behind the line of the command. */
  readonly body?: Span | undefined;
}
