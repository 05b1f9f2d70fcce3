import { rootImage } from "../model/platform";
import type { Invocation } from "../shell/invocation";
import { innerCalls } from "./busybox/inner-calls";
import { isInstalledBefore } from "./installed";
import { isBrought } from "./toolchain-images";
import type { Context, Outcome, StageContext } from "./translation";

/** Debian packages of an image, and the Alpine package that has the program there. */
interface Held {
  readonly debian: readonly string[];
  readonly alpine: string;
}

type Named = Pick<Invocation, "name" | "program">;

/** Programs that the Debian image holds, and busybox does not. The full images stand on buildpack-deps, and have many. */
export function imagePrograms(call: Invocation, context: Context): Outcome | undefined {
  const needs = context.already
    ? []
    : [...innerCalls(call), ...sourcesOf(call)].flatMap((one) => lost(one, call, context));
  return needs.length > 0 ? { needs: [...new Set(needs)] } : undefined;
}

/** The package that brings a program which the Debian image has, for a command of a script too. */
export function imageProgram(call: Invocation, context: Context): string | undefined {
  return lost(call, call, context)[0];
}

function lost(one: Named, call: Invocation, context: Context): string[] {
  const held = heldAs(one, context);
  return held && isLost(held, call, context) ? [held.alpine] : [];
}

function heldAs({ name, program }: Named, context: Context): Held | undefined {
  const { images } = context.facts;
  if (compilesHere(name, program, context)) return { ...images.program("gcc"), debian: ["gcc"], alpine: "build-base" };
  return /^[^/]+$|^(\/usr)?\/s?bin\//.test(program) ? images.program(name) : undefined;
}

/** What is not seen to fetch sources has a Makefile for its tasks, as projects in Go have. */
const fetches = /\b(configure|cmake|autoreconf|git\s+clone|tar|unzip|curl|wget|gcc|g\+\+|cc)\b/;

/** `./configure`, and `make` behind what brings sources: they call the compiler by themselves. */
function compilesHere(name: string, program: string, { run }: Context): boolean {
  if (run.command.name !== "RUN") return false;
  if (name === "make" || name === "gmake") return fetches.test(run.script.text);
  // `/etc/bootstrap.sh` is somebody's own script.
  return /^(configure|Configure)$/.test(name) ? program.includes("/") : sourceScript.test(program);
}

const sourceScript = /^\.{1,2}\/(config|autogen\.sh|bootstrap|bootstrap\.sh|buildconf)$/;

/** `pip install git+https://...` calls git. */
function sourcesOf({ name, args }: Invocation): Named[] {
  const isInstaller = /^(pip[\d.]*|python[\d.]*|npm|yarn|pnpm|uv)$/.test(name);
  return isInstaller && args.some(({ value }) => /(^|[ @])git\+(https?|ssh):/.test(value))
    ? [{ name: "git", program: "git" }]
    : [];
}

function isLost({ debian, alpine }: Held, call: Invocation, context: Context): boolean {
  const { facts, release, present, stage } = context;
  const root = rootImage(stage);
  return (
    !(root && isBrought(alpine, root.image, root.tag, release)) &&
    debian.some((name) => imageHolds(name, context)) &&
    !present.includes(alpine) &&
    ![alpine, ...debian, ...(bringing.get(alpine) ?? [])].some((name) => isInstalledBefore(name, call, context)) &&
    facts.alpine.resolves(alpine, release)
  );
}

/** Packages that bring another, by Debian's names and Alpine's. */
const bringing: ReadonlyMap<string, readonly string[]> = new Map([
  ["build-base", ["build-essential", "gcc", "g++", "clang", "alpine-sdk"]],
  ["make", ["build-essential", "build-base", "alpine-sdk", "automake"]],
  ["binutils", ["build-essential", "build-base", "gcc", "g++", "alpine-sdk"]],
  ["pkgconf", ["pkg-config", "pkgconfig"]],
  ["perl", ["perl-base", "perl-modules"]],
  ["openssh-client", ["openssh", "ssh", "openssh-server", "openssh-clients"]],
  ["gnupg", ["gnupg2", "gpg-agent", "gnupg1"]],
  ["git", ["git-core", "git-lfs", "alpine-sdk"]],
  ["mercurial", ["mercurial-git"]],
  ["imagemagick", ["imagemagick-6.q16", "graphicsmagick-imagemagick-compat"]],
]);

function imageHolds(debian: string, { stage, facts }: StageContext): boolean {
  const root = rootImage(stage);
  if (!root) return false;
  const known = facts.images.preinstalled(root.image, root.tag);
  // Essential on Debian: no image is without it.
  return known.includes(debian) || (debian === "perl-base" && known.length === 0);
}
