import type { Invocation } from "../shell/invocation";
import { apt } from "./apt";
import { aptFiles, aptFind, debianFrontend } from "./apt-files";
import { aptCache, aptMark, debianOnly, dpkgArchitecture } from "./debian-only";
import type { Context, Outcome, Translation } from "./translation";
import { debianAddgroup, debianAdduser, groupadd, useradd, usermod } from "./users";

export type { Context, Outcome, Translation } from "./translation";

/** The first translation that answers for a program wins. */
export const translations: readonly Translation[] = [
  apt,
  aptFiles,
  aptFind,
  debianFrontend,
  aptMark,
  aptCache,
  dpkgArchitecture,
  ...debianOnly,
  groupadd,
  useradd,
  debianAdduser,
  debianAddgroup,
  usermod,
];

const byProgram = new Map<string, Translation[]>();
for (const translation of translations) {
  for (const program of translation.programs) byProgram.set(program, [...(byProgram.get(program) ?? []), translation]);
}

/** What becomes of a command on Alpine; undefined: it stays as it is. */
export function translate(call: Invocation, context: Context): Outcome | undefined {
  for (const translation of byProgram.get(call.name) ?? []) {
    const outcome = translation.translate(call, context);
    if (outcome) return outcome;
  }
  return undefined;
}
