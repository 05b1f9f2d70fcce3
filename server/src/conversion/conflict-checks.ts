import type { StageContext } from "../translations";
import type { Note, RunConversion } from "./run-conversion";

/**
 * Packages that Debian installs side by side and apk refuses to, as two of Alpine's bring the same thing. Other dependencies of the
 * release than those that are known may tell otherwise, so it is to be checked. Said once for a stage.
 */
export function conflictChecks(runs: readonly RunConversion[], { facts, release, stage }: StageContext): Note[] {
  const names = new Set(
    runs.flatMap(({ installations }) => installations.flatMap(({ units }) => units.flatMap((unit) => unit.packages))),
  );
  if (names.size < 2) return [];
  const refusal = facts.alpine.closure([...names], release, []).refusal ?? "";
  const [, one, why] = /^(.*?)-[0-9][^-]*-r\d+: (conflicts: .*|breaks: .*)$/.exec(refusal) ?? [];
  if (one === undefined || why === undefined) return [];
  const message = `apk refuses to install all of this side by side: ${one} ${plain(why)}. Leave one of them out.`;
  const run = runs.find(({ installations }) => installations.length > 0);
  return [{ span: (run?.run.instruction ?? stage.from).span, message }];
}

/** apk's words for what is in the way. */
function plain(why: string): string {
  const [, other = "", conflict] = /^(?:conflicts|breaks): (.*?)-[0-9][^-[]*-r\d+(?:\[(.*)\])?$/.exec(why) ?? [];
  return conflict ? `is what ${other} cannot stand beside` : `and ${other} bring the same`;
}
