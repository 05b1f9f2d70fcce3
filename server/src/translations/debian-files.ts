import { compareReleases } from "../facts/releases";
import type { Stage } from "../model/build";
import { callsOf } from "../model/calls";
import { downloadsOf } from "../model/downloads";
import { chain } from "../model/layers";
import { expandKnown } from "../model/shell-variables";
import type { Invocation } from "../shell/invocation";
import type { Context } from "./translation";

/** A file with a Debian package, that is to be installed. */
export interface DebianFile {
  /** As it was called where it came from: `dumb-init_1.2.5_amd64.deb`. */
  readonly file: string;
  /** The package in it; undefined when its name does not tell. */
  readonly name: string | undefined;
  readonly version: string | undefined;
}

/** What such a file is on Alpine. */
export type DebianFileAnswer =
  | { readonly kind: "repository"; readonly check: string }
  | { readonly kind: "packages"; readonly name: string; readonly packages: readonly string[]; readonly check: string }
  | { readonly kind: "nothing"; readonly why: string | undefined };

/** The files that a call of dpkg is to install. */
export function filesOf({ name, args }: Invocation, { run, stage }: Pick<Context, "run" | "stage">): DebianFile[] {
  const installs = name === "dpkg" && args.some(({ value }) => value === "-i" || value === "--install");
  return installs
    ? args
        .filter(({ value }) => !value.startsWith("-"))
        .map((word) => debianFile(expandKnown(run, word).trim(), { run, stage }))
    : [];
}

/** The packages that dpkg installs from files, in a stage and in those it stands on. */
export function fromFiles(stage: Stage): string[] {
  return chain(stage).flatMap((one) =>
    one.runs
      .flatMap(callsOf)
      .flatMap((call) => filesOf(call, { run: call.within, stage: one }))
      .flatMap(({ name }) => name ?? []),
  );
}

/** `./tini.deb`, under the name that it had before it was downloaded. */
export function debianFile(path: string, { run, stage }: Pick<Context, "run" | "stage">): DebianFile {
  const saved = basename(path);
  const url = downloadsOf(stage).find(
    ({ file, instruction }) =>
      file !== undefined && basename(file) === saved && instruction.span.start <= run.instruction.span.start,
  )?.url;
  const named = url === undefined ? saved : basename(url.replace(/[?#].*$/, ""));
  const file = /\.deb$/.test(named) && !/^\$/.test(named) && partsOf(named) ? named : saved;
  const [, name, debian, other] = partsOf(file) ?? [];
  return { file, name, version: debian ?? other };
}

/** Debian's own `NAME_1.0-2_amd64.deb`, and `NAME-1.0-amd64.deb` as many makers call theirs. */
function partsOf(file: string): RegExpExecArray | null {
  return /^([a-z0-9][a-z0-9+.-]*?)(?:_(?:v?(\d+(?:\.\d+)*))?|-v?(\d+(?:\.\d+)*)).*\.deb$/.exec(file);
}

/** Files such as `mysql-apt-config_0.8.deb` and `puppet7-release-focal.deb`, which hold the address of a repository and its key. */
const repository =
  /^erlang-solutions|^packages-microsoft-prod|-(release|apt-config|apt-source|keyring|repo)(?![a-z])|^repo-/;

export function onAlpine({ file, name, version }: DebianFile, context: Context): DebianFileAnswer {
  if (repository.test(file)) {
    return {
      kind: "repository",
      check:
        "A package that adds an apt repository was installed here, which apk cannot read: Alpine's own packages take its place. Check that their versions are right.",
    };
  }
  // A library is wanted in that very version.
  if (name === undefined || name.startsWith("lib") || isBrought(file, name, context.stage))
    return { kind: "nothing", why: undefined };
  const answer = context.facts.names.toAlpine(name, context);
  if (answer.kind !== "packages" || answer.packages.length === 0) return { kind: "nothing", why: undefined };
  const other = answer.packages.flatMap((one) => otherMajor(one, version, context) ?? [])[0];
  if (other !== undefined) {
    const why = `\`${file}\` has version ${version}, and Alpine ${context.release} has ${other}. Use \`apk add ${answer.packages.join(" ")}\` if that will do, or keep this stage on Debian.`;
    return { kind: "nothing", why };
  }
  return {
    kind: "packages",
    name,
    packages: answer.packages,
    check: `Alpine's own package takes the place of Debian's ${name}${version === undefined ? "" : ` ${version}`}. Check that its version is right; the file is not needed any more.`,
  };
}

/** It comes from the build context or from another stage: a build of the user's own, which Alpine's does not replace. */
function isBrought(file: string, name: string, stage: Stage): boolean {
  return chain(stage)
    .flatMap(({ instructions }) => instructions)
    .filter((instruction) => /^(COPY|ADD)$/.test((instruction.trigger ?? instruction).name))
    .some(({ args: { text } }) => {
      const isLocal = !/\bhttps?:\/\//.test(text);
      return (
        isLocal && /\.deb\b/.test(text) && (/\*\.deb\b/.test(text) || text.includes(file) || text.includes(`${name}_`))
      );
    });
}

/** The version that Alpine has, where the first number of it is another one. Programs do not go back to an older one. */
function otherMajor(name: string, version: string | undefined, { facts, release }: Context): string | undefined {
  if (version === undefined) return undefined;
  const wanted = majorOf(version);
  const known = facts.alpine.releases
    .filter((one) => compareReleases(one, release) <= 0)
    .toReversed()
    .map((one) => ({ one, version: facts.alpine.version(name, one)?.version }))
    .find((one) => one.version !== undefined);
  if (known?.version === undefined) return undefined;
  const major = majorOf(known.version);
  const differs = known.one === release ? major !== wanted : major > wanted;
  return differs ? `${known.version.replace(/-r\d+$/, "")}${known.one === release ? "" : " or newer"}` : undefined;
}

function majorOf(version: string): number {
  return Number(/^\d+/.exec(version)?.[0]);
}

function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
