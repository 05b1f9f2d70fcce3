import type { Python2Module } from "../facts/python-2-modules";
import type { NameAnswer, Role, VersionChange } from "../facts/types";
import { aptInstalled } from "../model/apt-installed";
import { isBuildPackage } from "../model/build-packages";
import { expandShell } from "../model/shell-variables";
import type { ShellWord } from "../shell/types";
import { encloses } from "../text/edits";
import { debianFile, onAlpine } from "../translations/debian-files";
import { type ListedNames, listedNames, writtenHere } from "../translations/names-in-files";
import type { Context } from "../translations/translation";
import { leavesHeadersOut } from "../translations/without-compiler";
import { withoutAptKeys } from "./apt-keys";
import { modulesCheck, withoutDebiansModules } from "./debian-modules";
import { type Definition, findDefinition } from "./definitions";
import { answerFor, withoutPython2 } from "./name-answers";

/** One word of an installation, with what it is on Alpine. */
export interface PackageUnit {
  readonly word: ShellWord;
  /** The Debian names, with their versions as written. */
  readonly debian: readonly string[];
  /** The Alpine packages; empty when nothing is needed. */
  readonly packages: readonly string[];
  readonly role: Role;
  /** What the command says in its place: the packages, or the variable that holds them. */
  readonly text: string;
  /** The variable's list is translated where it is set. */
  readonly definition: Definition | undefined;
  readonly problems: readonly string[];
  readonly checks: readonly string[];
  readonly versions: readonly VersionChange[];
  /** What pip has to bring besides. */
  readonly modules: readonly Python2Module[];
}

/** Of a word that says no more than its packages. */
const nothingMore = { problems: [], checks: [], versions: [], modules: [] } as const;

/** A comment among the names, as an empty command substitution: `` `# for the tests` ``. */
export function isRemark({ text }: ShellWord): boolean {
  return /^`\s*#[^`]*`$/.test(text);
}

/**
 * Reads one word behind `apt-get install`; several names when it is a variable. What a name holds to build with and to run
 * with, as `ruby-full` does, makes two units of one word.
 */
export function readUnits(word: ShellWord, context: Context): readonly PackageUnit[] {
  const unit = readUnit(word, context);
  const build = unit.packages.filter(isBuildPackage);
  // What Debian has for building alone is one thing, whatever it takes on Alpine.
  const isWhole = build.length === 0 || build.length === unit.packages.length || unit.debian.every(isBuildPackage);
  if (unit.definition || isWhole) return [unit];
  const run = unit.packages.filter((name) => !build.includes(name));
  const rest = {
    ...unit,
    packages: build,
    role: "build",
    text: build.join(" "),
    ...nothingMore,
  } as const;
  return [{ ...unit, packages: run, text: run.join(" ") }, rest];
}

function readUnit(word: ShellWord, context: Context): PackageUnit {
  const { run } = context;
  if (word.literal) return unitOf(word, [word.value], undefined, context);
  const variable = /^"?\$(?:\{(\w+)\}|(\w+))"?$/.exec(word.text);
  const definition = variable && findDefinition(variable[1] ?? variable[2] ?? "", word, context);
  if (definition) return definedUnit(word, definition, context);
  // `varnish="$VERSION"`: the version is of Debian's package and goes anyway.
  const pinned = /^([a-z0-9][a-z0-9+.-]+)=/.exec(word.value)?.[1];
  if (pinned !== undefined) return unitOf(word, [`${pinned}=*`], undefined, context);
  const listed = substitutedNames(word, context);
  if (listed) {
    const unit = unitOf(word, listed.names, undefined, context);
    return { ...unit, checks: [...unit.checks, writtenHere(listed)] };
  }
  const expanded = expandShell(run, word);
  if (!expanded || expanded.variable !== undefined) return unreadable(word);
  const unit = unitOf(word, expanded.values, undefined, context);
  const check = `The version in \`${word.text}\` is fixed now: ${unit.packages.join(" ") || "nothing is needed"}.`;
  return { ...unit, checks: [...unit.checks, check] };
}

/** `$(cat packages.txt)`. */
function substitutedNames({ text, span }: ShellWord, context: Context): ListedNames | undefined {
  if (!/^"?(?:\$\(|`)/.test(text)) return undefined;
  const inside = context.run.script.commands.filter((one) => encloses(span, one.span));
  return listedNames(inside, context);
}

/**
 * A word behind `apk add`, as it is.
 * @param virtual the virtual package it is added to, which is what it can be deleted by.
 */
export function alpineUnit(word: ShellWord, virtual: string | undefined): PackageUnit {
  const name = word.value.replace(/[=~<>@].*$/, "");
  const role = virtual !== undefined || isBuildPackage(name) ? "build" : "run";
  return {
    word,
    debian: [virtual ?? name],
    packages: [name],
    role,
    text: word.text,
    definition: undefined,
    ...nothingMore,
  };
}

function unreadable(word: ShellWord): PackageUnit {
  const problem = `What \`${word.text}\` stands for is only known while the image is built. Write the names of the packages into the Dockerfile.`;
  return {
    word,
    debian: [],
    packages: [],
    role: "run",
    text: word.text,
    definition: undefined,
    ...nothingMore,
    problems: [problem],
  };
}

function unitOf(
  word: ShellWord,
  names: readonly string[],
  definition: Definition | undefined,
  context: Context,
): PackageUnit {
  const problems: string[] = [];
  const checks: string[] = [];
  const versions: VersionChange[] = [];
  const packages: string[] = [];
  const roles: Role[] = [];
  const modules: Python2Module[] = [];
  for (const name of names) {
    if (isFile(name)) {
      const answer = onAlpine(debianFile(name, context), context);
      if (answer.kind === "nothing") problems.push(answer.why ?? fileProblem(name));
      else checks.push(answer.check);
      if (answer.kind === "packages") {
        packages.push(...answer.packages);
        roles.push("run");
      }
      continue;
    }
    const meant = answerFor(name, context);
    if (leavesHeadersOut(meant)) checks.push(headersCheck);
    const needed = withoutAptKeys(name, meant, context);
    if (needed !== meant) checks.push(aptKeysCheck(name));
    const present = withoutPython2(name, needed, context);
    if (present !== needed) checks.push(python2Check(name, context));
    const answer = withoutDebiansModules(name, present, context);
    if (answer !== present) checks.push(modulesCheck(name));
    const problem = problemOf(name, answer, context);
    if (problem) problems.push(problem);
    if (answer.kind !== "packages") continue;
    packages.push(...answer.packages);
    roles.push(answer.role);
    if (answer.module) modules.push(answer.module);
    if (answer.version) versions.push(answer.version);
    else if (/[=/]/.test(name))
      checks.push(
        `\`${word.text}\` asks for a version of Debian's; apk installs the one of Alpine ${context.release}.`,
      );
  }
  const unique = [...new Set(packages)];
  // On Debian compilers bring along the headers of the C library and what programs are linked with, by a dependency or a
  // recommendation that they hardly do without; on Alpine they do not.
  if (unique.some((name) => isWithoutHeaders(name, context)) && !unique.includes("musl-dev")) unique.push("musl-dev");
  return {
    word,
    debian: names,
    packages: unique,
    role: unique.every(isBuildPackage) ? "build" : roleOf(roles),
    text: unique.join(" "),
    definition,
    problems,
    checks,
    versions,
    modules,
  };
}

/** The compilers of other languages often stand beside one of C, which brings the headers. */
function isWithoutHeaders(name: string, { stage }: Context): boolean {
  if (!/^(gfortran|ghc|ocaml)$/.test(name)) return /^(gcc|clang\d*)$/.test(name);
  return !aptInstalled(stage).some((one) => /^(build-essential|gcc|g\+\+|clang|libc6-dev)\b/.test(one));
}

function definedUnit(word: ShellWord, definition: Definition, context: Context): PackageUnit {
  const unit = unitOf(
    word,
    definition.names.map(({ debian }) => debian),
    definition,
    context,
  );
  return { ...unit, text: word.text.replace(/^"(.*)"$/, "$1") };
}

/** A list is needed to run when one of its names is. */
function roleOf(roles: readonly Role[]): Role {
  if (roles.length === 0 || roles.every((role) => role === "build")) return "build";
  return roles.includes("run") ? "run" : "tool";
}

/** Names nothing, so that it is said once of all. */
const headersCheck =
  "Headers were left out, as nothing is seen to compile with them: their libraries take their place. Name the `-dev` packages of Alpine if something does.";

function aptKeysCheck(name: string): string {
  return `${name} was left out, as only the keys of apt repositories are seen to need it. Add \`gnupg\` if a program of yours calls it.`;
}

function python2Check(name: string, { python2, release }: Context): string {
  const gone = `${name} is Python 2, which Alpine ${release} does not have`;
  if (python2 === "own")
    return `${gone}. It was left out, as the Python of this image does not look for Debian's modules; check that nothing runs \`/usr/bin/python\`.`;
  return python2 === "left out"
    ? `${gone}. It was left out, as nothing is seen to run Python 2 here; check that nothing does.`
    : `${gone}. Python 3 was put in its place, as only what npm compiles is seen to use it.`;
}

/** `apt-get install ./NAME_1.0_amd64.deb`. */
function isFile(name: string): boolean {
  return /^\.{0,2}\/|\.deb$/.test(name);
}

function fileProblem(name: string): string {
  return `\`${name}\` is a Debian package file, whose programs are linked with glibc. Use Alpine's own package or a musl build.`;
}

function problemOf(name: string, answer: NameAnswer, { release }: Context): string | undefined {
  if (answer.kind === "no-equivalent") {
    return `${name} has no equivalent on Alpine ${release}: ${answer.why}.${answer.instead ? ` Way out: ${answer.instead}.` : ""}`;
  }
  if (answer.kind !== "unknown") return undefined;
  const nearest = answer.nearest.length > 0 ? ` Known and near: ${answer.nearest.slice(0, 3).join(", ")}.` : "";
  return `No Alpine package is known for ${name}.${nearest}`;
}
