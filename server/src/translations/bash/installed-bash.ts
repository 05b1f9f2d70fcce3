import { isInstalled } from "../installed";
import type { StageContext } from "../translation";

/** True when bash is installed in the stage, or in one it is built from. */
export function hasBash(context: StageContext): boolean {
  return isInstalled("bash", context);
}
