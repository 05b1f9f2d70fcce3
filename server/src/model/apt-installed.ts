import type { Stage } from "./build";
import { runsOf } from "./layers";
import { packageChanges } from "./packages";
import type { Run } from "./run";

const known = new WeakMap<Stage, readonly string[]>();

/** The names that apt installs in a stage and in those it stands on, as the commands say them, without versions. */
export function aptInstalled(stage: Stage): readonly string[] {
  const names = known.get(stage) ?? aptNames(runsOf(stage)).map(bareName);
  known.set(stage, names);
  return names;
}

/** What RUNs install with apt, as their commands say it. */
export function aptNames(runs: readonly Run[]): string[] {
  return runs
    .flatMap(packageChanges)
    .filter(({ manager, action }) => manager === "apt" && action === "add")
    .flatMap(({ names }) => names.map(({ name }) => name));
}

/** Without what apt reads beside the name: `=version`, `/suite`, `:architecture`. */
export function bareName(word: string): string {
  return word.replace(/[=/:].*$/, "");
}
