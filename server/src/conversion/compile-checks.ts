import { installsOf } from "../manifests/installs";
import { consumersOf } from "../model/consumers";
import { chain } from "../model/layers";
import { packageChanges } from "../model/packages";
import { rootImage } from "../model/platform";
import { pureGems } from "../model/pure-packages";
import { sourceSpan } from "../model/run";
import type { StageContext } from "../translations";
import type { Note, RunConversion } from "./run-conversion";

/** They compile what has no build for musl, by lists that may not be here to be read. */
const byList = /^(pip[\d.]*|pipenv|poetry|pdm|uv|npm|yarn|pnpm|bundle|bundler)$/;

/**
 * A step installs from a list that could not be read, and the Alpine image has no compiler: where the Debian image has one it may
 * compile, and elsewhere it may find no builds for musl.
 * Said once for a stage; where the list is read, what is compiled gets its packages.
 */
export function compileChecks(runs: readonly RunConversion[], context: StageContext, to: string): Note[] {
  const { stage, facts, family, build, workspace, present } = context;
  const root = rootImage(stage);
  const holds = (names: readonly string[]) => names.some((name) => /^(gcc|build-base)$/.test(name));
  if (!root || holds(present) || runs.some(bringsCompiler)) return [];
  if (!holds(facts.images.preinstalled(root.image, root.tag))) return unreadLists(runs, context);
  for (const { run } of runs) {
    const read = installsOf(build, workspace).of(run, stage);
    for (const { call } of consumersOf(run, family)) {
      const own = read.filter((one) => one.call.span.start === call.span.start);
      const gem = own.find(({ requirement: { ecosystem, name } }) => ecosystem === "gem" && mayBringAny(name, facts));
      if (call.name === "gem" && gem) {
        const message = `What the dependencies of ${gem.requirement.name} compile is not known, and ${to} has no compiler. If it fails, add build-base and the headers to this RUN.`;
        return [{ span: sourceSpan(run, call.nameSpan), message }];
      }
      if (!byList.test(call.name) || own.length > 0) continue;
      const message = `What \`${call.name}\` compiles here is not known, as its list was not found, and ${to} has no compiler. If it fails, add build-base and the headers to this RUN.`;
      return [{ span: sourceSpan(run, call.nameSpan), message }];
    }
  }
  return [];
}

/** Without a compiler all of it came as builds for glibc; whether there are builds for musl, only the list would tell. */
function unreadLists(runs: readonly RunConversion[], { stage, family, build, workspace }: StageContext): Note[] {
  const asked = chain(stage).flatMap((one) => one.runs.flatMap(packageChanges));
  const compiles = asked.some(({ names }) =>
    names.some(({ name }) => /^(gcc|g\+\+|build-essential|clang)\b/.test(name)),
  );
  if (compiles || family === undefined) return [];
  for (const { run } of runs) {
    const read = installsOf(build, workspace).of(run, stage);
    for (const { call } of consumersOf(run, family)) {
      if (
        !/^(pip[\d.]*|pipenv|poetry|pdm|uv)$/.test(call.name) ||
        read.some((one) => one.call.span.start === call.span.start)
      )
        continue;
      // What another stage has built is there as it is.
      if (call.args.some(({ value }) => /^--no-index|(?:^|[/=])wheel(?:s|house)?(?:\/|$)/.test(value))) continue;
      const message = `What \`${call.name}\` installs here is not known, as its list was not found. What has no build for musl is compiled on Alpine: if it fails, add build-base and the headers to this RUN.`;
      return [{ span: sourceSpan(run, call.nameSpan), message }];
    }
  }
  return [];
}

/** A gem that no table has may depend on ones that are compiled. */
function mayBringAny(name: string, { native }: StageContext["facts"]): boolean {
  return !pureGems.has(name) && native.find("gem", name) === undefined;
}

function bringsCompiler({ installations, needs, stays }: RunConversion): boolean {
  const installed = installations.flatMap(({ units }) => units.flatMap(({ packages }) => packages));
  return [...installed, ...needs.keys(), ...stays].some((name) => /^(gcc|g\+\+|build-base|alpine-sdk)$/.test(name));
}
