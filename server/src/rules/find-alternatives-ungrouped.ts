import { sourceSpan } from "../model/run";
import { invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import type { Rule } from "./rule";

const action = /^-(delete|exec|execdir|ok|okdir|print|print0|printf|fprint|fprint0|fprintf|ls|fls|prune|quit)$/;

export const findAlternativesUngrouped: Rule = {
  name: "find-alternatives-ungrouped",
  severity: "warning",
  summary: "`find` acts on its last alternative alone",
  why: `In \`find -name a -o -name b -exec rm {} +\`, \`-o\` binds weaker than tests and actions that stand side by side: the action
belongs to the last alternative, and the others select files that nothing is done with. A well known block of 2016 that was to
delete the tests of Python packages has this fault, and was copied into many Dockerfiles.

Parentheses around all alternatives make the action serve each. Deleting every folder called \`test\` is no way out: some
packages, Django among them, have modules of that name that they need. Leaving such a step out is often best.`,
  related: [],
  fix: "none",
  examples: [
    {
      before: "FROM python:3.13-alpine\nRUN find /usr/local -name '*.pyc' -o -name '*.pyo' -exec rm -f {} +\n",
    },
  ],
  leftAlone: [
    {
      why: "the alternatives stand in parentheses",
      text: "FROM python:3.13-alpine\nRUN find /usr/local \\( -name '*.pyc' -o -name '*.pyo' \\) -exec rm -f {} +\n",
    },
    {
      why: "each alternative has an action of its own",
      text: "FROM python:3.13-alpine\nRUN find /srv -name .git -prune -o -type f -exec chmod 644 {} +\n",
    },
  ],
  *check({ build }) {
    for (const run of build.stages.flatMap(({ runs }) => runs)) {
      for (const call of run.script.commands.map(invocation)) {
        const idle = call.name === "find" ? idleAlternatives(call.args) : undefined;
        if (!idle) continue;
        yield {
          span: sourceSpan(run, idle),
          message:
            "Nothing is done with what this selects, as the action behind `-o` belongs to the last alternative alone. Put all alternatives into `\\( ... \\)`, or take the step out.",
        };
      }
    }
  },
};

/** The alternatives before the last one when only that has an action, from the first word to the last. */
function idleAlternatives(args: readonly ShellWord[]): { start: number; end: number } | undefined {
  const first = args.findIndex(({ value }) => /^[-(!]/.test(value));
  const alternatives: ShellWord[][] = [[]];
  let depth = 0;
  for (const word of first < 0 ? [] : args.slice(first)) {
    if (word.value === "(") depth++;
    if (word.value === ")") depth--;
    if (depth === 0 && /^-or?$/.test(word.value)) alternatives.push([]);
    else alternatives.at(-1)?.push(word);
  }
  const [last, ...others] = alternatives.reverse();
  const acts = (words: readonly ShellWord[]) => words.some(({ value }) => action.test(value));
  const idle = others.filter((words) => words.length > 0 && !acts(words)).reverse();
  const [start, end] = [idle[0]?.[0], idle.at(-1)?.at(-1)];
  // `find -path ./x -o -print` means it so: all but the first.
  const selects = last?.some(({ value }) =>
    /^-(i?name|i?path|i?regex|type|perm|user|size|newer|mtime|empty)$/.test(value),
  );
  return last && acts(last) && selects && start && end ? { start: start.span.start, end: end.span.end } : undefined;
}
