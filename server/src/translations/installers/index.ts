import type { Invocation } from "../../shell/invocation";
import type { Context } from "../translation";
import { installerPlan } from "./plan";

/** The command fetches, unpacks, runs or deletes an installer whose place Alpine's packages take. */
export function servesInstaller({ command }: Invocation, { stage, build, facts, release }: Context): boolean {
  return installerPlan(stage, build, facts, release).some(({ commands }) => commands.has(command));
}
