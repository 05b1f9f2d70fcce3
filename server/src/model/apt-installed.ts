import type { Stage } from "./build";
import { chain } from "./layers";
import { packageChanges } from "./packages";

const known = new WeakMap<Stage, readonly string[]>();

/** The names that apt installs in a stage and in those it stands on, as the commands say them, without versions. */
export function aptInstalled(stage: Stage): readonly string[] {
  const names =
    known.get(stage) ??
    chain(stage)
      .flatMap(({ runs }) => runs)
      .flatMap(packageChanges)
      .filter(({ manager, action }) => manager === "apt" && action === "add")
      .flatMap((change) => change.names.map(({ name }) => bareName(name)));
  known.set(stage, names);
  return names;
}

/** Without what apt reads beside the name: `=version`, `/suite`, `:architecture`. */
export function bareName(word: string): string {
  return word.replace(/[=/:].*$/, "");
}
