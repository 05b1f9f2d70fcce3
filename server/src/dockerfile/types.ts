import type { Cooked } from "../text/cooked";
import type { Span } from "../text/edits";

/** All spans are absolute offsets into `text`. */
export interface Dockerfile {
  readonly text: string;
  readonly directives: readonly Directive[];
  /** The line continuation character, a backslash unless `# escape=` says otherwise. */
  readonly escape: "\\" | "`";
  /** The line ending most lines have; new lines we write use it. */
  readonly eol: "\n" | "\r\n";
  readonly instructions: readonly Instruction[];
  /** Comment lines outside instructions, from the `#` to the end of the line without its ending. */
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
}

/** A parser directive such as `# syntax=docker/dockerfile:1`; names are lower case. */
export interface Directive {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

/** Something the builder would refuse; reading goes on behind it. */
export interface Problem {
  readonly span: Span;
  readonly message: string;
}

export interface Instruction {
  /** The keyword in upper case; unknown keywords are kept as written, in upper case. */
  readonly name: string;
  readonly nameSpan: Span;
  /** From the keyword to the end of the last line that is not blank (heredoc bodies and their closing lines included), without that line's ending. */
  readonly span: Span;
  readonly flags: readonly Flag[];
  /**
   * What follows the keyword and its flags, cooked: continuations, comment lines and blank lines are out.
   * Heredoc bodies are not part of it. Trailing white space is cut.
   */
  readonly args: Cooked;
  /** Document range of `args`, from its first character to just behind its last one. */
  readonly argsSpan: Span;
  /**
   * The arguments split at white space as Docker splits them: in quotes too for FROM, COPY, ADD, EXPOSE and VOLUME, elsewhere
   * not. Quotes and escapes are kept in `raw`, removed in `value`; whether a `$` was escaped is to be seen in `raw` only.
   */
  readonly words: readonly Word[];
  /** The strings of the JSON form (`["a", "b"]`), when the arguments are valid JSON of strings only. HEALTHCHECK has it behind CMD. */
  readonly json: readonly Word[] | undefined;
  readonly heredocs: readonly Heredoc[];
  /** Comment lines between the instruction's lines, from the `#` to the end of the line without its ending. */
  readonly comments: readonly Span[];
  /** ONBUILD's own instruction; both have the heredocs. Its own trigger is never read. */
  readonly trigger: Instruction | undefined;
}

/** `--name=value`; `--name` alone has no value. */
export interface Flag {
  readonly name: string;
  readonly value: string | undefined;
  readonly span: Span;
  readonly valueSpan: Span | undefined;
}

export interface Word {
  readonly raw: string;
  readonly value: string;
  readonly span: Span;
}

export interface Heredoc {
  readonly delimiter: string;
  /** `<<"EOF"`: the body is taken as it is, without expansion. */
  readonly quoted: boolean;
  /** `<<-EOF`: leading tabs of each line go. */
  readonly stripTabs: boolean;
  /** The operator with its word, e.g. `3<<-"EOF"`. */
  readonly operatorSpan: Span;
  /** The lines between, each with its line ending. */
  readonly bodySpan: Span;
  /** False when the file ends before the closing line. */
  readonly closed: boolean;
}
