import type { Release } from "../../facts/types";
import type { Stage } from "../../model/build";
import { type PackageChange, type PackageName, packageChanges } from "../../model/packages";
import { distributionOf } from "../../model/platform";
import type { Run } from "../../model/run";
import type { TextEdit } from "../../text/edits";
import type { Context } from "../rule";
import { type Repositories, repositoriesAt } from "./apk-repositories";

/** A call of `apk add` that every build runs, on a release of Alpine whose packages are all known by name. */
export interface Addition {
  readonly stage: Stage;
  readonly release: Release;
  /** The tag says the release; else it was found out from another tag. */
  readonly isSure: boolean;
  readonly run: Run;
  readonly change: PackageChange;
  readonly repositories: Repositories;
}

export function* apkAdditions({ build, facts }: Context): Iterable<Addition> {
  for (const stage of build.stages) {
    const distribution = distributionOf(stage, facts);
    const release = distribution?.name === "alpine" ? distribution.release : undefined;
    if (release === undefined || !facts.alpine.releases.includes(release)) continue;
    for (const run of stage.runs) {
      for (const change of packageChanges(run)) {
        if (change.manager !== "apk" || change.action !== "add" || mayFail(change)) continue;
        const repositories = repositoriesAt(stage, run, change.call.command);
        yield { stage, release, isSure: distribution?.basis === "exact", run, change, repositories };
      }
    }
  }
}

/** `apk add a || apk add b`, `if ...; then apk add a; fi`: what is not there was reckoned with. */
function mayFail({ call: { command } }: PackageChange): boolean {
  return command.conditional || command.substituted || command.step.operator === "||";
}

/** A word of `apk add` that names a package, without version and tag; undefined for files, virtual packages and the like. */
export function plainName({ name }: PackageName): string | undefined {
  const [, plain, rest = ""] = /^([a-zA-Z0-9][\w.+-]*)([<>=~].*)?$/.exec(name) ?? [];
  return plain === undefined || plain.endsWith(".apk") || rest.includes("@") ? undefined : plain;
}

/** Puts another name where the package is named; undefined where the name comes from a variable or is put together. */
export function renaming(
  text: string,
  { span, variable }: PackageName,
  plain: string,
  instead: string,
): TextEdit | undefined {
  if (variable !== undefined) return undefined;
  const at = text.slice(span.start, span.end).indexOf(plain);
  if (at < 0) return undefined;
  const start = span.start + at;
  return { span: { start, end: start + plain.length }, newText: instead };
}
