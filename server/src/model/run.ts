import type { Dockerfile, Instruction } from "../dockerfile/types";
import { invocation } from "../shell/invocation";
import { parseShell } from "../shell/parse";
import type { ShellCommand, ShellScript } from "../shell/types";
import { type Cooked, CookedBuilder } from "../text/cooked";
import type { Span } from "../text/edits";
import type { Scope } from "./scope";

/** A RUN (or ONBUILD RUN) with its shell text read, and what holds where it runs. */
export interface Run {
  /** The instruction in the file: RUN, or ONBUILD around it. */
  readonly instruction: Instruction;
  /** The RUN itself. */
  readonly command: Instruction;
  /**
   * `shell`: text behind RUN; `heredoc`: the body of `RUN <<EOF`; `exec`: JSON form;
   * `foreign`: the text is for another interpreter, and is not read.
   */
  readonly form: "shell" | "heredoc" | "exec" | "foreign";
  readonly script: ShellScript;
  /** Leads from offsets in the script to the document. */
  readonly cooked: Cooked;
  readonly user: string | undefined;
  readonly workdir: string;
  readonly shell: readonly string[] | undefined;
  readonly variables: ReadonlyMap<string, string>;
  /** For text inside another: the quotes around it, or `json` when its words are the strings of the JSON form. */
  readonly quoting?: "'" | '"' | "json";
  /** For text inside another: the command it is handed to. */
  readonly host?: ShellCommand | undefined;
}

/** The name of the shell that reads the script: `sh` unless something else is said. */
export function shellOf({ host, quoting, form, command, cooked, shell }: Run): string {
  if (host) return baseName(invocation(host).program);
  if (quoting !== undefined) return baseName(command.json?.[0]?.value ?? "sh");
  const own = form === "heredoc" ? (interpreterOf(cooked.text) ?? heredocShell(command.args.text)?.program) : undefined;
  return baseName(own ?? shell?.[0] ?? "sh");
}

const heredocWord = /\d*<<-?(?<quote>["']?)[^\s"']+\k<quote>/.source;
const shellWords = /(?<program>(?:\/bin\/|\/usr\/bin\/)?(?:ba|a|da)?sh)(?: +-[a-z]+)*/.source;
/** `RUN <<EOF`, `RUN bash <<EOF`, `RUN <<EOF bash`, which the builder hands to its shell as they are. */
const heredocForms = [
  new RegExp(`^\\s*${heredocWord}$`, "d"),
  new RegExp(`^\\s*${shellWords} *${heredocWord}$`, "d"),
  new RegExp(`^\\s*${heredocWord} +${shellWords}$`, "d"),
];

/** The shell that a RUN names to read its only heredoc. @returns undefined: none is named. */
export function heredocShell(text: string): { readonly program: string; readonly end: number } | undefined {
  for (const form of heredocForms) {
    const [start, end] = form.exec(text.trimEnd())?.indices?.groups?.program ?? [];
    if (start !== undefined && end !== undefined) return { program: text.slice(start, end), end };
  }
  return undefined;
}

/** The program a script names in its first line. */
function interpreterOf(text: string): string | undefined {
  const [program = "", ...words] = /^#!(.*)/.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
  if (program === "") return undefined;
  return baseName(program) === "env" ? words.find((word) => !/^-|=/.test(word)) : program;
}

/** What a USER says; undefined: none does. */
export function isRoot(user: string | undefined): boolean {
  return user === undefined || /^(root|0)(:|$)/.test(user);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The document range of a range of the run's script. */
export function sourceSpan(run: Run, span: Span): Span {
  return run.cooked.toSourceSpan(span.start, span.end);
}

const empty = parseShell("");

export function readRun(file: Dockerfile, instruction: Instruction, scope: Scope): Run | undefined {
  const command = instruction.trigger ?? instruction;
  return command.name === "RUN" ? runOf(instruction, command, textOfRun(file, command, scope), scope) : undefined;
}

/** What CMD, ENTRYPOINT or HEALTHCHECK starts in the container, read as a RUN. */
export function readStart(instruction: Instruction, scope: Scope): Run | undefined {
  const command = instruction.trigger ?? instruction;
  if (command.name !== "CMD" && command.name !== "ENTRYPOINT" && command.name !== "HEALTHCHECK") return undefined;
  const { text } = command.args;
  const head = command.name === "HEALTHCHECK" ? /^CMD\s+/i.exec(text)?.[0] : "";
  if (head === undefined) return undefined;
  const cooked = command.args.slice(head.length, text.length);
  return runOf(instruction, command, { form: command.json ? "exec" : "shell", cooked }, scope);
}

function runOf(
  instruction: Instruction,
  command: Instruction,
  { form, cooked }: Pick<Run, "form" | "cooked">,
  scope: Scope,
): Run {
  return {
    instruction,
    command,
    form,
    cooked,
    script: form === "shell" || form === "heredoc" ? parseShell(cooked.text) : empty,
    user: scope.user,
    workdir: scope.workdir,
    shell: scope.shell,
    variables: scope.snapshot(),
  };
}

function textOfRun(file: Dockerfile, run: Instruction, scope: Scope): Pick<Run, "form" | "cooked"> {
  const cooked = run.args;
  if (run.json) return { form: "exec", cooked };
  if (scope.shell && !/(^|\/)(ba|a|da|z|k)?sh$/.test(scope.shell[0] ?? "")) return { form: "foreign", cooked };
  const [heredoc] = run.heredocs;
  if (!heredoc) return { form: "shell", cooked };
  const isAlone = run.heredocs.length === 1 && heredocForms.some((form) => form.test(cooked.text.trimEnd()));
  if (!isAlone) return { form: "foreign", cooked };
  const { start, end } = heredoc.bodySpan;
  const text = file.text.slice(start, end);
  const interpreter = interpreterOf(text);
  if (interpreter !== undefined && !/\b(ba|a|da|z|k)?sh$/.test(interpreter)) return { form: "foreign", cooked };
  return { form: "heredoc", cooked: withoutCarriageReturns(file.text, start, end) };
}

/** Line endings are one character to the shell, however the file has them. */
function withoutCarriageReturns(text: string, start: number, end: number): Cooked {
  const builder = new CookedBuilder(text);
  let from = start;
  for (let at = text.indexOf("\r\n", start); at >= 0 && at < end; at = text.indexOf("\r\n", at + 2)) {
    builder.keep(from, at);
    from = at + 1;
  }
  builder.keep(from, end);
  return builder.build();
}
