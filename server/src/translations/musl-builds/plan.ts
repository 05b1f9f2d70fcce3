import type { Instruction } from "../../dockerfile/types";
import { compareReleases } from "../../facts/releases";
import type { Release } from "../../facts/types";
import { type Build, type Stage, sourcesOf } from "../../model/build";
import { type Call, callsOf } from "../../model/calls";
import { type Download, downloadsOf } from "../../model/downloads";
import { chain } from "../../model/layers";
import type { Run } from "../../model/run";
import { expandKnown } from "../../model/shell-variables";
import type { ShellWord } from "../../shell/types";
import { contains, encloses, type TextEdit } from "../../text/edits";
import { PlansOfStages } from "../plans-of-stages";
import { type MuslBuild, muslBuilds } from "./builds";
import { type StageWord, wordsOf, wordsOfRun } from "./stage-words";

/** A download whose build for musl takes its place. */
export interface Replaced {
  readonly download: Download;
  readonly build: MuslBuild;
}

/** A download whose build for musl exists and cannot take its place. */
export interface Kept extends Replaced {
  /** What stands in the way, as the end of a sentence. */
  readonly why: string;
}

/** What becomes of the programs that a stage downloads for glibc, once it stands on Alpine. */
export interface MuslPlan {
  readonly replaced: readonly Replaced[];
  readonly kept: readonly Kept[];
}

const plans = new PlansOfStages<MuslPlan>();

/** @param release the Alpine the stage will stand on. */
export function muslPlan(stage: Stage, build: Build, release: Release): MuslPlan {
  return plans.get(stage, release, () => makePlan(stage, build, release));
}

function makePlan(stage: Stage, { file, stages, globalArgs }: Build, release: Release): MuslPlan {
  const downloads = downloadsOf(stage);
  const found = downloads.flatMap((download) => {
    const build = muslBuilds.find(({ address }) => address.test(download.url));
    return build && isThere(build, download.url, release) ? [{ download, build }] : [];
  });
  if (found.length === 0) return { replaced: [], kept: [] };
  const words = wordsOf(stage);
  const users = stages.filter(
    (other) => other !== stage && (other.copiesFrom.includes(stage) || chain(other).includes(stage)),
  );
  const outside = [
    ...globalArgs,
    ...[...users, ...chain(stage).slice(0, -1)].flatMap(({ instructions }) => instructions),
  ];
  const place: StagePlace = { stage, stages, words, downloads, users, outside, text: file.text };
  const others = (build: MuslBuild) =>
    downloads.some(({ url }) => build.address.test(url) && !isThere(build, url, release));
  const kept = found.flatMap((one) => {
    const why = others(one.build) ? "another version of it here has none" : obstacle(one, place);
    return why === undefined ? [] : [{ ...one, why }];
  });
  // Names are changed everywhere in the stage, so that all downloads of a program change or none.
  const replaced = found.filter(({ build }) => kept.every((one) => one.build !== build));
  return { replaced, kept };
}

interface StagePlace {
  readonly stage: Stage;
  readonly stages: readonly Stage[];
  readonly words: readonly StageWord[];
  readonly downloads: readonly Download[];
  /** Stages that take files of this one, or stand on it. */
  readonly users: readonly Stage[];
  /** Instructions of theirs, and those whose variables this stage has. */
  readonly outside: readonly Instruction[];
  /** Of the document. */
  readonly text: string;
}

function isThere({ address, since, release: oldest }: MuslBuild, url: string, release: Release): boolean {
  if (oldest !== undefined && compareReleases(release, oldest) < 0) return false;
  const match = address.exec(url);
  if (!match) return false;
  const version = match[1];
  // Without a version it is the newest, unless it is one that nobody knows.
  if (version === undefined) return /\/(?:latest|master|HEAD)\//.test(url);
  const numbers = numbersOf(version);
  const first = since.map(numbersOf);
  const last = first.at(-1) ?? [];
  return first.some((one) => one[0] === numbers[0] && compare(numbers, one) >= 0) || (numbers[0] ?? 0) > (last[0] ?? 0);
}

/** `8u345` as `11.0.14`. */
function numbersOf(version: string): number[] {
  return version.split(/[.u]/).map(Number);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = b.findIndex((number, index) => (a[index] ?? 0) !== number);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Why the names cannot be changed; undefined: they can. */
function obstacle({ download, build }: Replaced, place: StagePlace): string | undefined {
  const { stage, words, users, outside, text } = place;
  if (build.variable) return obstacleOfVariable(download, build, place);
  const edits = editsOf(words, build);
  if (edits === undefined || !edits.some(({ span }) => encloses(download.span, span)))
    return "its address or its name is put together of variables";
  if (stage.instructions.some((instruction) => hasNameBeside(instruction, build, text, edits)))
    return "its name stands in a text that is not read here";
  if (outside.some(({ args }) => swapped(args.text, build) !== args.text)) return "another stage has its name";
  if (build.packages && users.some((user) => takesPrograms(user, place))) return withoutLibraries;
  if (words.some((word) => missesNewName(word, download.url, build)))
    return "a pattern finds its files by a name that would change";
  if (isRenamed(download, build)) return "it is saved under a name that would change";
  if (isVerified(download, build, place)) return "its checksum or signature here is that of the build for glibc";
  return undefined;
}

const withoutLibraries = "another stage may take it, where its libraries are missing";

/** Its installer is not led elsewhere. */
function obstacleOfVariable(
  { by, instruction }: Download,
  { variable, refuses, packages }: MuslBuild,
  place: StagePlace,
): string | undefined {
  const { stage, users, outside } = place;
  if (packages && users.some((user) => takesPrograms(user, place))) return withoutLibraries;
  if (!by || instruction.trigger) return "its installer is not called here";
  const stages = [stage, ...users];
  const others = [...outside, ...stage.instructions].filter(({ name }) => /^(?:ENV|ARG|RUN)$/.test(name));
  if (variable && others.some(({ args }) => args.text.includes(variable.name)))
    return `${variable.name} is set already`;
  const isRefused = ({ name, args, within }: Call) =>
    refuses?.command.test([name, ...args.map((word) => expandKnown(within, word))].join(" "));
  return stages.flatMap(({ runs }) => runs.flatMap(callsOf)).some(isRefused) ? refuses?.why : undefined;
}

/** It copies folders where programs are. */
function takesPrograms({ instructions }: Stage, { stage, stages }: StagePlace): boolean {
  return instructions.some(
    (instruction) =>
      sourcesOf(instruction, stages).includes(stage) &&
      (instruction.json ?? instruction.words)
        .slice(0, -1)
        .some(({ value }) => /^\/(usr|opt|bin|sbin|lib)?(\/|$)/.test(value)),
  );
}

/**
 * The words as the build for musl wants them.
 * @returns undefined when one has the name in a form that cannot be changed.
 */
export function editsOf(words: readonly StageWord[], build: MuslBuild): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const { text, plain, value, span, withText, variables } of words) {
    const wanted = swapped(value, build);
    if (wanted === value) continue;
    const newText = swapped(text, build);
    if (newText === text) {
      // The variable's own text changes where it is set.
      if (variables.some((one) => swapped(one, build) !== one)) continue;
      return undefined;
    }
    if (withText(swapped(plain, build)) !== wanted) return undefined;
    edits.push(changeIn(text, newText, span.start));
  }
  return edits;
}

/** What changes in the shell text of a RUN, as edits of that text. */
export function runEdits(run: Run, plan: MuslPlan): TextEdit[] {
  return buildsOf(plan).flatMap((build) =>
    wordsOfRun(run).flatMap(({ text, place }) => {
      const newText = swapped(text, build);
      return newText === text ? [] : [changeIn(text, newText, place.start)];
    }),
  );
}

/** What differs only: a command in `$(...)` within the word may change for another reason. */
function changeIn(text: string, newText: string, at: number): TextEdit {
  const most = Math.min(text.length, newText.length);
  let start = 0;
  while (start < most && text[start] === newText[start]) start++;
  let end = 0;
  while (end < most - start && text.at(-1 - end) === newText.at(-1 - end)) end++;
  return {
    span: { start: at + start, end: at + text.length - end },
    newText: newText.slice(start, newText.length - end),
  };
}

export function buildsOf({ replaced }: MuslPlan): MuslBuild[] {
  return [...new Set(replaced.map(({ build }) => build))];
}

function swapped(text: string, { swaps }: MuslBuild): string {
  return swaps.reduce((now, [pattern, replacement]) => now.replace(pattern, replacement), text);
}

/** A heredoc, a loop or a `case` has the name too. */
function hasNameBeside(
  { span, comments }: Instruction,
  build: MuslBuild,
  document: string,
  edits: readonly TextEdit[],
): boolean {
  const text = document.slice(span.start, span.end);
  return build.swaps.some(([pattern]) =>
    [...text.matchAll(pattern)].some((match) => {
      const start = span.start + match.index;
      const end = start + match[0].length;
      const isComment = comments.some((one) => contains(one, start));
      // One more: `-static` put behind `tini` in `tini-arm64` is `static-` put behind `tini-`.
      return !isComment && !edits.some(({ span: at }) => at.start <= end + 1 && start <= at.end);
    }),
  );
}

/** `tar -xf node-*-x64.tar.gz`: a pattern that finds the old name and not the new one. */
function missesNewName({ value }: StageWord, url: string, build: MuslBuild): boolean {
  if (!/[*?]/.test(value) || value.includes("://")) return false;
  const file = basename(url);
  const names = [file, file.replace(/\.(tar\.\w+|tgz|zip)$/, ""), ...(build.folders ?? [])];
  return value
    .split("/")
    .filter((part) => /[*?]/.test(part) && !/^[*?.]+$/.test(part))
    .some((part) => {
      const pattern = new RegExp(
        `^${part
          .replace(/[.+^${}()|[\]\\]/g, "\\$&")
          .replace(/\*/g, ".*")
          .replace(/\?/g, ".")}$`,
      );
      return names.some((name) => pattern.test(name) && !pattern.test(swapped(name, build)));
    });
}

/** `wget .../tini` saves it as `tini`, a name that the swaps do not find in other words. */
function isRenamed({ url, file, by, instruction }: Download, build: MuslBuild): boolean {
  const name = basename(url);
  if (file === undefined || swapped(name, build) !== name || basename(swapped(url, build)) === name) return false;
  if (!by) return /\/$/.test((instruction.trigger ?? instruction).args.text);
  const { args, command } = by.call;
  const chosen = [...args, ...command.redirects.flatMap(({ target }) => target ?? [])];
  return !chosen.some(({ value }) => {
    const written = expandKnown(by.call.within, { ...(args[0] as ShellWord), value });
    return written === file || written.replace(/^(-[a-zA-Z]*[oO]|--output(-document)?=)/, "") === file;
  });
}

const verifiers = /^(sha\d*sum|shasum|md5sum|sum|cksum|b2sum|gpg2?|gpgv|openssl|minisign|cosign)$/;

/** A checksum or a signature that stands in the file, or comes from elsewhere than the build for musl. */
function isVerified(download: Download, build: MuslBuild, { stage, downloads }: StagePlace): boolean {
  const { instruction, url } = download;
  if ((instruction.trigger ?? instruction).flags.some(({ name }) => name === "checksum")) return true;
  const lists = downloads.filter((other) => isBeside(other.url, url, build));
  const others = downloads.filter((other) => other !== download && !lists.includes(other));
  const near = others.filter((other) => folderOf(other.url) === folderOf(url) && !build.address.test(other.url));
  return stage.runs.flatMap(callsOf).some((call) => {
    const { name, args, command, within } = call;
    if (!verifiers.test(name)) return false;
    if (/^gpg/.test(name) && !args.some(({ value }) => /^--(verify|decrypt)$/.test(value))) return false;
    const { start, end } = command.step.span;
    const words = wordsOfRun(within).filter(({ place }) => start <= place.start && place.end <= end);
    const text = `${within.script.text.slice(start, end)} ${words.map(({ value }) => value).join(" ")}`;
    const names = (ones: readonly Download[]) => ones.some((one) => hasName(text, one));
    if (names(near)) return true;
    if (names(lists)) return false;
    return names([download]) || (within.instruction === instruction && !names(others));
  });
}

/** `tini.asc` beside `tini`, and the list that nodejs.org has of a release. */
function isBeside(other: string, url: string, build: MuslBuild): boolean {
  if (other === url || build.address.test(other)) return false;
  if (other.startsWith(url)) return build.beside.test(other.slice(url.length));
  return folderOf(other) === folderOf(url) && swapped(other, build) !== other;
}

function hasName(text: string, { file, url }: Download): boolean {
  return [file, url].some((path) => path !== undefined && path !== "-" && hasWord(text, basename(path)));
}

/** As a word or the end of a path: `tini`, and not `tini.asc`. */
function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); name !== "" && at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[\w.-]$/.test(text.slice(0, at)) && !/^(?:[\w-]|\.\w)/.test(text.slice(at + name.length))) return true;
  }
  return false;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
