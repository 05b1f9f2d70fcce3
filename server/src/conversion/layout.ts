import { lineStart } from "../dockerfile/cut";
import type { Dockerfile } from "../dockerfile/types";
import { type Run, sourceSpan } from "../model/run";
import type { StepList } from "../shell/types";

/** How the author lays out a RUN, so that what we add looks like the rest. */
export interface Layout {
  /** White space before a further step. */
  readonly indent: string;
  /** ` \` and the line ending; in a heredoc the line ending alone, as shell text joins by operators there. */
  readonly newline: string;
  /** Everything stands on one line. */
  readonly inline: boolean;
  /** What joins steps, and on which side of the line break it stands. */
  readonly join: "&& leading" | "&& trailing" | "; trailing" | "newline";
}

export function layoutOf(file: Dockerfile, run: Run): Layout {
  const steps = run.script.steps;
  const heredoc = run.form === "heredoc";
  return {
    indent: heredoc ? "" : (indentOfSteps(file, run, steps) ?? "    "),
    newline: heredoc ? ` \\${file.eol}` : ` ${file.escape}${file.eol}`,
    inline: run.quoting !== undefined,
    join: run.quoting !== undefined ? "&& leading" : heredoc ? "newline" : joinOf(file, run, steps),
  };
}

/** What stands between a step and a further one; in a heredoc that is a line of its own. */
export function separatorOf({ newline, indent, inline, join }: Layout, eol: string): string {
  if (inline) return " && ";
  switch (join) {
    case "&& leading":
      return `${newline}${indent}&& `;
    case "&& trailing":
      return ` &&${newline}${indent}`;
    case "; trailing":
      return `;${newline}${indent}`;
    case "newline":
      return eol;
  }
}

/** The indentation of the first step that begins a line (with or without its operator). */
function indentOfSteps(file: Dockerfile, run: Run, { steps }: StepList): string | undefined {
  for (const step of steps.slice(1)) {
    const { start } = sourceSpan(run, step.span);
    const before = file.text.slice(lineStart(file.text, start), start);
    const match = /^([ \t]+)(?:(?:&&|\|\||;)[ \t]*)?$/.exec(before);
    if (match) return match[1];
  }
  return undefined;
}

function joinOf(file: Dockerfile, run: Run, { steps }: StepList): Layout["join"] {
  const [first] = steps;
  // `set -e; a; b`: the steps already stop at the first failure.
  if (first?.command && setsErrexit(first.command) && first.operator === ";") return "; trailing";
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    if (!next || step.operator !== "&&") continue;
    const between = file.text.slice(sourceSpan(run, step.span).end, sourceSpan(run, next.span).start);
    if (between.includes("\n")) return /&&[ \t]*[\\`]\r?\n/.test(between) ? "&& trailing" : "&& leading";
  }
  return "&& leading";
}

export function setsErrexit({ name, args }: { name: string; args: readonly { value: string }[] }): boolean {
  if (name !== "set") return false;
  return args.some(
    ({ value }, index) => /^-[a-zA-Z]*e/.test(value) || (value === "errexit" && args[index - 1]?.value === "-o"),
  );
}
