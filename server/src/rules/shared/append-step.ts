import { layoutOf, separatorOf } from "../../conversion/layout";
import { lineStart } from "../../dockerfile/cut";
import type { Dockerfile } from "../../dockerfile/types";
import { type Run, sourceSpan } from "../../model/run";
import type { Step } from "../../shell/types";
import type { TextEdit } from "../../text/edits";

/** A RUN that fits on one line stays on one, as long as it is not longer than this, in characters. */
const longestLine = 100;

/**
 * Lets `command` run at the end of a RUN, laid out as the steps before it; it runs only when these succeed.
 * @param command shell text that needs no quoting.
 * @returns undefined when nothing can follow: the JSON form, text that is not understood, or a last step that ends the shell.
 */
export function appendStep(file: Dockerfile, run: Run, command: string): readonly TextEdit[] | undefined {
  const last = run.script.steps.steps.at(-1);
  if (!last || run.quoting !== undefined || run.script.errors.length > 0 || endsShell(last)) return undefined;
  if (run.form === "heredoc") return appendLine(file, run, last, command);
  if (run.form !== "shell" || run.command.heredocs.length > 0) return undefined;
  const at = sourceSpan(run, { start: last.span.end - 1, end: last.span.end }).end;
  return [{ span: { start: at, end: at }, newText: joined(file, run, command) }];
}

function joined(file: Dockerfile, run: Run, command: string): string {
  const { start, end } = run.instruction.span;
  const line = `${file.text.slice(start, end)} && ${command}`;
  if (!line.includes("\n") && line.length <= longestLine) return ` && ${command}`;
  return separatorOf(layoutOf(file, run), file.eol) + command;
}

function appendLine(file: Dockerfile, run: Run, last: Step, command: string): readonly TextEdit[] | undefined {
  const [heredoc] = run.command.heredocs;
  if (!heredoc?.closed) return undefined;
  const { end } = heredoc.bodySpan;
  const { start } = sourceSpan(run, last.span);
  const indent = /^[ \t]*/.exec(file.text.slice(lineStart(file.text, start), start))?.[0] ?? "";
  return [{ span: { start: end, end }, newText: `${indent}${command}${file.eol}` }];
}

function endsShell({ operator, pipeline }: Step): boolean {
  return (
    operator === "&" ||
    pipeline.some(
      ({ name, redirects }) =>
        /^(exit|exec|return|shutdown|reboot)$/.test(name) ||
        redirects.some((redirect) => /^<<-?$/.test(redirect.operator)),
    )
  );
}
