import type { Instruction } from "../dockerfile/types";
import type { Stage } from "../model/build";
import { invocation } from "../shell/invocation";
import { parseShell } from "../shell/parse";
import { namesUsedBy, type Use } from "./account-uses";
import { containerScripts } from "./container-scripts";
import type { StageContext } from "./translation";

const known = new WeakMap<Stage, ReadonlyMap<Instruction, readonly Use[]>>();

/** The users and groups that scripts of the container name (`chown www-data`, `gosu daemon`), by what brings or starts the script. */
export function usersOfScripts(
  instruction: Instruction,
  context: Pick<StageContext, "build" | "stage" | "workspace">,
): readonly Use[] {
  const { stage } = context;
  const found = known.get(stage) ?? readScripts(context);
  known.set(stage, found);
  return found.get(instruction) ?? [];
}

function readScripts(context: Pick<StageContext, "build" | "stage" | "workspace">): Map<Instruction, Use[]> {
  const found = new Map<Instruction, Use[]>();
  for (const { text, instruction } of containerScripts(context)) {
    const uses = parseShell(text).commands.flatMap((command) => namesUsedBy(invocation(command)));
    found.set(instruction, [...(found.get(instruction) ?? []), ...uses]);
  }
  return found;
}
