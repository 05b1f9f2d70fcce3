import { rootImage } from "../model/platform";
import type { Invocation } from "../shell/invocation";
import { apkBrings, aptBrings } from "./brought-programs";
import { innerCalls } from "./busybox/inner-calls";
import { compilesSources, generatesConfigure } from "./compilers";
import { isBrought } from "./toolchain-images";
import type { Context, Outcome, StageContext } from "./translation";

/** Debian packages that have a program, and what has it on Alpine. */
interface Held {
  readonly debian: readonly string[];
  readonly alpine: string;
  /** Any of these will do. */
  readonly programs: readonly string[];
}

type Named = Pick<Invocation, "name" | "program">;

/**
 * Programs that Debian has there and Alpine has not, though all that is asked for is translated: the image holds them (the full ones
 * stand on buildpack-deps, and have many), or they come with what something depends on, or Alpine has them in another package.
 */
export function imagePrograms(call: Invocation, context: Context): Outcome | undefined {
  if (context.already) return undefined;
  const called = [...innerCalls(call), ...sourcesOf(call)];
  const needs = new Set(called.flatMap((one) => lost(one, call, context)));
  if (needs.has("build-base")) for (const name of inBuildBase) needs.delete(name);
  // What it makes of the user's certificates is for the container.
  const keeps = needs.delete("ca-certificates") ? { keeps: ["ca-certificates"] } : {};
  return needs.size > 0 || keeps.keeps ? { needs: [...needs], ...keeps } : undefined;
}

/** The package that brings a program which Debian has there, for a command of a script too. */
export function imageProgram(call: Invocation, context: Context): string | undefined {
  return lost(call, call, context)[0];
}

/** What build-base depends on. */
export const inBuildBase: readonly string[] = ["binutils", "file", "g++", "gcc", "make", "musl-dev", "patch"];

function lost(one: Named, call: Invocation, context: Context): string[] {
  return heldFor(one, call, context)
    .filter((held) => isLost(held, call, context))
    .map(({ alpine }) => alpine);
}

/** The program itself, and those that it calls. */
function heldFor({ name, program }: Named, call: Invocation, context: Context): Held[] {
  // The Python of the official image comes first; Debian's own beside it is called by its path.
  const isOwn = context.family === "python" && program === "python3";
  const isPlain = /^[^/]+$|^(\/usr)?\/s?bin\//.test(program) && !isOwn;
  const inner = generatesConfigure(program) ? generators : (innerPrograms.get(name) ?? []);
  const held = [...(isPlain ? [name] : []), ...inner].flatMap((one) => heldAs(one, context));
  if (!compilesSources(name, program, call, context)) return held;
  return [{ debian: ["gcc"], alpine: "build-base", programs: ["gcc", "clang"] }, ...held];
}

function heldAs(name: string, { facts }: Context): Held[] {
  const found = facts.images.program(name);
  return found ? [{ ...found, programs: [name, found.alpine] }] : [];
}

/** What makes a `configure`. */
const generators: readonly string[] = ["autoconf", "automake", "libtoolize", "pkg-config"];

/** Programs that stop without others that nobody sees being called. */
const innerPrograms: ReadonlyMap<string, readonly string[]> = new Map([
  ["autoreconf", generators],
  ["aclocal", ["autoconf"]],
  ["automake", ["autoconf"]],
  ["cmake", ["make"]],
  // OpenSSL's, in Perl.
  ["config", ["perl"]],
  ["Configure", ["perl"]],
]);

/** `pip install git+https://...` calls git. */
function sourcesOf({ name, args }: Invocation): Named[] {
  const isInstaller = /^(pip[\d.]*|python[\d.]*|npm|yarn|pnpm|uv)$/.test(name);
  return isInstaller && args.some(({ value }) => /(^|[ @])git\+(https?|ssh):/.test(value))
    ? [{ name: "git", program: "git" }]
    : [];
}

function isLost({ debian, alpine, programs }: Held, call: Invocation, context: Context): boolean {
  const { facts, release, stage } = context;
  const root = rootImage(stage);
  return (
    !(root && isBrought(alpine, root.image, root.tag, release)) &&
    (debian.some((name) => imageHolds(name, context)) || aptBrings(debian, call, context)) &&
    !apkBrings(programs, call, context) &&
    facts.alpine.resolves(alpine, release)
  );
}

export function imageHolds(debian: string, { stage, facts }: StageContext): boolean {
  const root = rootImage(stage);
  if (!root) return false;
  const known = facts.images.preinstalled(root.image, root.tag);
  // Essential on Debian: no image is without it.
  return known.includes(debian) || (debian === "perl-base" && known.length === 0);
}
