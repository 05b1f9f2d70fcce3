import type { Instruction } from "../../dockerfile/types";
import type { Build, Stage } from "../../model/build";
import type { Run } from "../../model/run";
import { type BashText, readForAsh } from "../../shell/bashisms";
import type { TextEdit } from "../../text/edits";

/** What becomes of a SHELL instruction that names bash. */
export interface ShellChange {
  readonly instruction: Instruction;
  /** Names ash instead; undefined: bash has to stay. */
  readonly edit: TextEdit | undefined;
  /** Where bash lies on Alpine, when it stays and the path is another one. */
  readonly path: TextEdit | undefined;
  /** Why bash has to stay, in a few words. */
  readonly why: string | undefined;
}

/** Options that ash has too. */
const plainOption = /^-[Eceufxv]+$|^-[Eeufxv]*o$|^pipefail$/;

/** The SHELL instructions of the stage that name bash. */
export function shellChanges(stage: Stage, build: Build, hasBash: boolean): ShellChange[] {
  return stage.instructions.flatMap((instruction) => {
    if (instruction.name !== "SHELL" || !isBash(instruction)) return [];
    const why = hasBash ? "it is installed anyway" : reasonToStay(instruction, stage, build);
    const program = instruction.json?.[0];
    const edit =
      why === undefined && program
        ? { span: program.span, newText: program.raw.replace(/(\/usr)?(\/bin\/)?bash"$/, '/bin/ash"') }
        : undefined;
    const path =
      why !== undefined && program?.value === "/usr/bin/bash"
        ? { span: program.span, newText: '"/bin/bash"' }
        : undefined;
    return [{ instruction, edit, path, why }];
  });
}

/** The SHELL instruction that a RUN or a start of the stage stands under; undefined for the image's own shell. */
export function shellAbove({ instruction }: Run, stage: Stage): Instruction | undefined {
  const own = stage.instructions.findLast(({ name, span }) => name === "SHELL" && span.end <= instruction.span.start);
  return own ?? (stage.base.stage && lastShell(stage.base.stage));
}

/** How ash would take the text of a RUN. */
export function ashReading(run: Run): BashText {
  return run.form === "exec" ? { bashisms: [], unquoted: [] } : readForAsh(run.cooked.text);
}

function lastShell(stage: Stage): Instruction | undefined {
  return (
    stage.instructions.findLast(({ name }) => name === "SHELL") ?? (stage.base.stage && lastShell(stage.base.stage))
  );
}

function isBash({ json }: Instruction): boolean {
  return /(^|\/)bash$/.test(json?.[0]?.value ?? "");
}

function reasonToStay(shell: Instruction, stage: Stage, build: Build): string | undefined {
  const option = shell.json?.slice(1).find(({ value }) => !plainOption.test(value));
  if (option) return `SHELL has the option ${option.value}`;
  const line = build.stages.slice(stage.index);
  for (const other of line) {
    for (const run of [...other.runs, ...other.starts]) {
      if (shellAbove(run, other) !== shell) continue;
      const [bashism] = ashReading(run).bashisms;
      if (bashism) return `${run.command.name} uses ${bashism.what}`;
    }
  }
  return undefined;
}
