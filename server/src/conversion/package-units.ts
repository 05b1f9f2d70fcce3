import type { Instruction } from "../dockerfile/types";
import type { NameAnswer, Role, VersionChange } from "../facts/types";
import { isBuildPackage } from "../model/build-packages";
import { type Run, sourceSpan } from "../model/run";
import { expandShell } from "../model/shell-variables";
import type { ShellWord, Step, StepList } from "../shell/types";
import type { Span } from "../text/edits";
import { type ListedNames, listedNames } from "../translations/names-in-files";
import type { Context } from "../translations/translation";
import { isPython2 } from "./python-2";

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
}

/** Where a variable with a list of packages is set, and what each name becomes. */
export interface Definition {
  readonly variable: string;
  /** Its own place in the document; `undefined` for a variable of the shell text itself. */
  readonly instruction: Instruction | undefined;
  readonly names: readonly DefinedName[];
}

export interface DefinedName {
  readonly debian: string;
  /** As written, with its version. */
  readonly raw: string;
  /** In the document. */
  readonly span: Span;
  readonly packages: readonly string[];
}

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
  if (unit.definition || unit.role === "build" || build.length === 0) return [unit];
  const run = unit.packages.filter((name) => !build.includes(name));
  const rest = {
    ...unit,
    packages: build,
    role: "build",
    text: build.join(" "),
    problems: [],
    checks: [],
    versions: [],
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
    const check = `The names that ${listed.file} lists are written here now, as apk knows them. What is added to that file is not installed any more.`;
    return { ...unit, checks: [...unit.checks, check] };
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
  const inside = context.run.script.commands.filter((one) => span.start <= one.span.start && one.span.end <= span.end);
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
    problems: [],
    checks: [],
    versions: [],
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
    problems: [problem],
    checks: [],
    versions: [],
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
  for (const name of names) {
    const meant = answerFor(name, context);
    const answer = withoutPython2(name, meant, context);
    if (answer !== meant) checks.push(python2Check(name, context));
    const problem = problemOf(name, answer, context);
    if (problem) problems.push(problem);
    if (answer.kind !== "packages") continue;
    packages.push(...answer.packages);
    roles.push(answer.role);
    if (answer.version) versions.push(answer.version);
    else if (/[=/]/.test(name))
      checks.push(
        `\`${word.text}\` asks for a version of Debian's; apk installs the one of Alpine ${context.release}.`,
      );
  }
  const unique = [...new Set(packages)];
  // On Debian gcc brings the headers of the C library along, by a recommendation that compilers hardly do without.
  if (unique.some((name) => /^(gcc|clang\d*)$/.test(name)) && !unique.includes("musl-dev")) unique.push("musl-dev");
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
  };
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

export function answerFor(
  name: string,
  { facts, release, family, source }: Pick<Context, "facts" | "release" | "family" | "source">,
): NameAnswer {
  return facts.names.toAlpine(name, { release, family, source });
}

/** What becomes of a package of Python 2 that the stage gets on without. */
function withoutPython2(name: string, answer: NameAnswer, { python2 }: Context): NameAnswer {
  if (python2 === undefined || answer.kind !== "no-equivalent" || !isPython2(name)) return answer;
  if (python2 === "left out") return { kind: "none-needed", why: "nothing is seen to run Python 2" };
  const packages = /-dev$/.test(name) ? ["python3-dev"] : ["python3"];
  return { kind: "packages", packages, role: "build", evidence: "for node-gyp", confidence: 0.8 };
}

function python2Check(name: string, { python2, release }: Context): string {
  const gone = `${name} is Python 2, which Alpine ${release} does not have`;
  return python2 === "left out"
    ? `${gone}. It was left out, as nothing is seen to run Python 2 here; check that nothing does.`
    : `${gone}. Python 3 was put in its place, as only what npm compiles is seen to use it.`;
}

function problemOf(name: string, answer: NameAnswer, { release }: Context): string | undefined {
  if (/^\.{0,2}\/|\.deb$/.test(name)) {
    return `\`${name}\` is a Debian package file, whose programs are linked with glibc. Use Alpine's own package or a musl build.`;
  }
  if (answer.kind === "no-equivalent") {
    return `${name} has no equivalent on Alpine ${release}: ${answer.why}.${answer.instead ? ` Way out: ${answer.instead}.` : ""}`;
  }
  if (answer.kind !== "unknown") return undefined;
  const nearest = answer.nearest.length > 0 ? ` Known and near: ${answer.nearest.slice(0, 3).join(", ")}.` : "";
  return `No Alpine package is known for ${name}.${nearest}`;
}

function findDefinition(
  variable: string,
  word: ShellWord,
  context: Context,
  seen: readonly string[] = [],
): Definition | undefined {
  if (seen.includes(variable)) return undefined;
  return shellDefinition(variable, word, context, [...seen, variable]) ?? instructionDefinition(variable, context);
}

/** All assignments before the use count: `deps="a"; if ...; then deps="$deps b"; fi`. */
function shellDefinition(
  variable: string,
  word: ShellWord,
  context: Context,
  seen: readonly string[],
): Definition | undefined {
  const { run } = context;
  const assigned = run.script.commands
    .filter(({ span, substituted }) => span.end <= word.span.start && !substituted)
    .flatMap(({ assignments }) => assignments)
    .flatMap(({ name, value }) => (name === variable && value ? [value] : []));
  const values = loopWords(variable, word, run) ?? assigned;
  if (values.length === 0) return undefined;
  const names: DefinedName[] = [];
  for (const value of values) {
    const place = (start: number, end: number) =>
      sourceSpan(run, { start: value.span.start + start, end: value.span.start + end });
    const own = namesIn(value.text, place, context, (other) => {
      if (other === variable) return [];
      return findDefinition(other, word, context, seen)?.names;
    });
    if (!own) return undefined;
    names.push(...own);
  }
  return { variable, instruction: undefined, names };
}

/** `for NAME in a b c; do apt-get install $NAME; done`: the words of the innermost loop around the word that sets the variable. */
function loopWords(variable: string, { span }: ShellWord, { script }: Run): readonly ShellWord[] | undefined {
  const inside = ({ bodies }: Step) =>
    bodies.find((body) => body.span.start <= span.start && span.end <= body.span.end);
  let words: readonly ShellWord[] | undefined;
  for (let list: StepList | undefined = script.steps; list; ) {
    const step: Step | undefined = list.steps.find((one) => inside(one) !== undefined);
    if (step?.loop?.variable === variable) words = step.loop.words;
    list = step && inside(step);
  }
  return words;
}

/** ENV and ARG of the stage, or of the stages it is built from, that stand before the RUN. */
function instructionDefinition(variable: string, context: Context): Definition | undefined {
  const { stage, run } = context;
  const before = [...ancestors(stage), stage]
    .flatMap(({ instructions }) => instructions)
    .filter(({ span }) => span.end <= run.instruction.span.start);
  for (const instruction of before.reverse()) {
    if (instruction.name !== "ENV" && instruction.name !== "ARG") continue;
    const found = rawValue(instruction, variable);
    if (!found) continue;
    const { raw, at } = found;
    const place = (start: number, end: number) => instruction.args.toSourceSpan(at + start, at + end);
    const names = namesIn(raw, place, context, () => undefined);
    return names && { variable, instruction, names };
  }
  return undefined;
}

function ancestors(stage: Context["stage"]): Context["stage"][] {
  return stage.base.stage ? [...ancestors(stage.base.stage), stage.base.stage] : [];
}

/** The raw value of a variable in ENV or ARG and its offset in the arguments. */
function rawValue({ args, words }: Instruction, variable: string): { raw: string; at: number } | undefined {
  const [first] = words;
  if (first && !first.raw.includes("=") && first.raw === variable) {
    const at = args.text.indexOf(first.raw) + first.raw.length;
    return { raw: args.text.slice(at), at };
  }
  const word = words.find(({ raw }) => raw.startsWith(`${variable}=`));
  if (!word) return undefined;
  const start = args.text.indexOf(word.raw);
  const at = start + variable.length + 1;
  return start < 0 ? undefined : { raw: word.raw.slice(variable.length + 1), at };
}

const reference = /^\$(?:\{(\w+)\}|(\w+))$/;

/**
 * The names in a list, with the places of each; undefined when the text holds more than names and blanks.
 * @param others the names of another variable that the list holds.
 */
function namesIn(
  text: string,
  place: (start: number, end: number) => Span,
  context: Context,
  others: (variable: string) => readonly DefinedName[] | undefined,
): DefinedName[] | undefined {
  const match = /^(["']?)([\s\S]*)\1$/.exec(text.trim());
  const inner = match?.[2] ?? text;
  const offset = text.indexOf(inner);
  const names: DefinedName[] = [];
  for (const { token, at } of tokensOf(inner)) {
    const variable = reference.exec(token);
    if (variable) {
      const more = others(variable[1] ?? variable[2] ?? "");
      if (!more) return undefined;
      names.push(...more);
      continue;
    }
    // `nginx=${VERSION}-1`: the version is of Debian's package.
    const debian = /^([a-z0-9][a-zA-Z0-9+.-]*)=\S*[$*]\S*$/.exec(token)?.[1] ?? token;
    if (/["'$`\\(){}]/.test(debian)) return undefined;
    const answer = withoutPython2(debian, answerFor(debian, context), context);
    const start = offset + at;
    const packages = answer.kind === "packages" ? answer.packages : [];
    names.push({ debian, raw: token, span: place(start, start + token.length), packages });
  }
  return names;
}

/** Words between blanks; of `$(command -v gpg > /dev/null || echo 'gnupg dirmngr')` those behind `echo`. */
function* tokensOf(text: string): Iterable<{ token: string; at: number }> {
  for (const { 0: part, index } of text.matchAll(/\$\([^()]*\)|[^\s$]\S*|\$[^\s(]\S*/g)) {
    const echoed = part.startsWith("$(") ? /\becho\s+(["']?)([^"'()|&;]*)\1\s*\)$/.exec(part)?.[2] : undefined;
    if (echoed === undefined) {
      yield { token: part, at: index };
      continue;
    }
    const start = index + part.lastIndexOf(echoed);
    for (const word of echoed.matchAll(/\S+/g)) yield { token: word[0], at: start + word.index };
  }
}

/** For messages: the run a unit belongs to may differ from the instruction that is edited. */
export function placeOf(run: Run, { word }: PackageUnit): Span {
  return sourceSpan(run, word.span);
}
