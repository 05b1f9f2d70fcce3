import type { Build, Stage } from "../model/build";
import { chain } from "../model/layers";
import { heredocShell, shellOf } from "../model/run";
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
  for (const { instruction, edit, path, why } of all.filter((change) =>
    stage.instructions.includes(change.instruction),
  )) {
    if (edit) {
      edits.push(edit);
      continue;
    }
    if (path) edits.push(path);
    if (isInstalled("bash", context, instruction)) continue;
    needs.push({ name: "bash", before: instruction });
    if (why !== undefined) done.push({ span: instruction.nameSpan, message: `bash stays the shell here, as ${why}.` });
  }
  for (const run of runs) {
    if (isOwnBash(run, all, stage)) needs.push(...convertHeredoc(run));
    else quoteForAsh(run, all, stage);
  }
  return { edits, needs, done };
}

/** A heredoc that bash reads by its own first line or by `RUN bash <<EOF`, and not by SHELL. */
function isOwnBash({ run }: RunConversion, shells: readonly ShellChange[], stage: Stage): boolean {
  if (run.form !== "heredoc" || shellOf(run) !== "bash") return false;
  const isOwn = heredocShell(run.command.args.text) !== undefined || run.cooked.text.startsWith("#!");
  return isOwn || !shells.some(({ instruction }) => instruction === shellAbove(run, stage));
}

const firstLine = /^#!.*?\bbash\b/;

/** ash reads the heredoc from now on, or bash must be there before it begins. */
function convertHeredoc({ run, rewrite }: RunConversion): StageNeed[] {
  const { bashisms, unquoted } = ashReading(run);
  const line = firstLine.exec(run.cooked.text)?.[0];
  const end = line?.length ?? heredocShell(run.command.args.text)?.end;
  if (bashisms.length + unquoted.length > 0 || end === undefined) return [{ name: "bash", before: run.instruction }];
  const text = line === undefined ? run.command.args : run.cooked;
  rewrite.edit({ span: text.toSourceSpan(end - "bash".length, end), newText: "sh" });
  return [];
}

/** Words that ash would split, where it takes the place of bash. */
function quoteForAsh({ run, rewrite }: RunConversion, shells: readonly ShellChange[], stage: Stage): void {
  const above = shellAbove(run, stage);
  if (!shells.some(({ instruction, edit }) => instruction === above && edit)) return;
  for (const { start, end } of ashReading(run).unquoted) {
    rewrite.replace({ start, end: start }, '"');
    rewrite.replace({ start: end, end }, '"');
  }
}
