import type { ExitCode } from "./failure";
import type { Terminal } from "./terminal";

export interface Option {
  /** What stands for the value in the usage line; absent for a switch. */
  readonly value?: string;
  /** All values there are, when they can be counted. */
  readonly values?: readonly string[];
  readonly summary: string;
}

export interface Invocation {
  /** By name without dashes; a switch that is set has the value `""`. */
  readonly options: ReadonlyMap<string, string>;
  /** What is no option: files, folders, words to explain. */
  readonly operands: readonly string[];
  readonly out: Terminal;
  readonly err: Terminal;
}

/** One command: what the help says of it, what it takes, and what it does. */
export interface Command {
  readonly name: string;
  /** The operands, as the usage line shows them. */
  readonly operands: string;
  readonly summary: string;
  /** Paragraphs of the command's own help. */
  readonly details: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** Checks what options cannot say by themselves. @throws Failure */
  run(invocation: Invocation): Promise<ExitCode>;
}
