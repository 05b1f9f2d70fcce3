import type { Build, Stage } from "../model/build";
import { chain } from "../model/layers";
import { shellOf } from "../model/run";
import type { TextEdit } from "../text/edits";
import { hasBash } from "../translations/bash/installed-bash";
import { ashReading, type ShellChange, shellAbove, shellChanges } from "../translations/bash/shell-instruction";
import { isInstalled } from "../translations/installed";
import type { StageContext } from "../translations/translation";
import type { Note, RunConversion } from "./run-conversion";
import type { StageNeed } from "./stage-needs";

/** What the shells of a stage need. */
export interface Shells {
  readonly edits: readonly TextEdit[];
  readonly needs: readonly StageNeed[];
  readonly done: readonly Note[];
}

/** SHELL instructions that name bash: ash instead where it can read all that stands under them, otherwise bash is needed. */
export function convertShells(
  stage: Stage,
  runs: readonly RunConversion[],
  context: StageContext,
  build: Build,
): Shells {
  const edits: TextEdit[] = [];
  const needs: StageNeed[] = [];
  const done: Note[] = [];
  const all = chain(stage).flatMap((one) => shellChanges(one, build, hasBash({ ...context, stage: one })));
  for (const { instruction, edit, why } of all.filter((change) => stage.instructions.includes(change.instruction))) {
    if (edit) {
      edits.push(edit);
      continue;
    }
    if (isInstalled("bash", context, instruction)) continue;
    needs.push({ name: "bash", before: instruction });
    if (why !== undefined) done.push({ span: instruction.nameSpan, message: `bash stays the shell here, as ${why}.` });
  }
  for (const run of runs) convertRun(run, stage, all);
  return { edits, needs, done };
}

/** Text that ash reads from now on, and heredocs with a shell of their own. */
function convertRun(run: RunConversion, stage: Stage, shells: readonly ShellChange[]): void {
  const { form, command, cooked } = run.run;
  const above = shellAbove(run.run, stage);
  const ownBash = form === "heredoc" && shellOf(run.run) === "bash" && !hasShell(shells, above, run);
  if (ownBash) {
    const { bashisms, unquoted } = ashReading(run.run);
    const head = /^(\S*\/)?bash\b/.exec(command.args.text)?.[0];
    const word = head === undefined ? undefined : command.args.toSourceSpan(0, head.length);
    if (bashisms.length > 0 || unquoted.length > 0 || !word) run.need("bash", { start: 0, end: cooked.text.length });
    else run.rewrite.edit({ span: word, newText: (head ?? "").replace(/bash$/, "sh") });
    return;
  }
  if (!shells.some(({ instruction, edit }) => instruction === above && edit)) return;
  for (const { start, end } of ashReading(run.run).unquoted) {
    run.rewrite.replace({ start, end: start }, '"');
    run.rewrite.replace({ start: end, end }, '"');
  }
}

/** The heredoc is read by the shell of SHELL, and by no other. */
function hasShell(
  shells: readonly ShellChange[],
  above: ShellChange["instruction"] | undefined,
  run: RunConversion,
): boolean {
  const isPlain = !/^(\S*\/)?bash\b/.test(run.run.command.args.text) && !run.run.cooked.text.startsWith("#!");
  return isPlain && shells.some(({ instruction }) => instruction === above);
}
