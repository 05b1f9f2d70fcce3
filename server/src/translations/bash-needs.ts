import { apkCall } from "../model/apk-call";
import { aptCall } from "../model/apt-call";
import type { Stage } from "../model/build";
import { invocation } from "../shell/invocation";
import type { StageContext } from "./translation";

/** True when bash is installed in the stage, or in one it is built from. */
export function hasBash({ stage, present }: StageContext): boolean {
  if (present.includes("bash")) return true;
  for (let at: Stage | undefined = stage; at; at = at.base.stage) if (installsBash(at)) return true;
  return false;
}

function installsBash(stage: Stage): boolean {
  return stage.runs.some((run) =>
    run.script.commands.some((command) => {
      const call = invocation(command);
      const names = (aptCall(call) ?? apkCall(call))?.operands ?? [];
      return names.some(({ value }) => value === "bash" || value.startsWith("bash="));
    }),
  );
}
