import type { Instruction } from "../dockerfile/types";
import type { Stage } from "../model/build";
import { callsOf } from "../model/calls";
import { chain, runsOf } from "../model/layers";
import { expandKnown } from "../model/shell-variables";

/** What a stage on glibc has made, and another one copies. */
export interface GlibcResult {
  readonly what: string;
  readonly instead: string;
  /** It holds some programs at most: it may well run. */
  readonly maybe: boolean;
}

/**
 * What COPY takes out of a stage on Debian that does not run on musl.
 * @param source the path in that stage.
 * @returns undefined when nothing is known to be compiled there, as for text, byte code and static programs.
 */
export function glibcResultOf(stage: Stage, source: string): GlibcResult | undefined {
  return goProgram(stage, source) ?? rustProgram(stage, source) ?? cProgram(stage, source) ?? modules(stage, source);
}

function goProgram(stage: Stage, source: string): GlibcResult | undefined {
  const builds = compilations(stage, /^go$/, /^(build|install)$/);
  if (builds.length === 0 || isStaticGo(stage)) return undefined;
  const isResult = /\/go\/bin(\/|$)/.test(source) || builds.some((words) => names(words, source));
  if (!isResult) return undefined;
  return {
    what: "this Go program is linked with glibc as soon as it uses the network or cgo",
    instead: "Set `CGO_ENABLED=0` for `go build`, or build it FROM golang for Alpine.",
    maybe: false,
  };
}

/** `-o bin/server`, or no `-o` and the last part of the package's or the folder's path. */
function names(words: readonly string[], source: string): boolean {
  const at = words.findIndex((word) => /^-o(=|$)/.test(word));
  const output = at < 0 ? undefined : words[at]?.replace(/^-o=?/, "") || words[at + 1];
  return output !== undefined && output !== "" && base(output) === base(source) && base(source) !== "";
}

function isStaticGo(stage: Stage): boolean {
  const all = chain(stage).flatMap(({ instructions }) => instructions.map(textOf));
  return all.some((text) =>
    /CGO_ENABLED[= ]"?'?0|-static\b|\bnetgo\b|-linkmode[ =]internal|GOOS[= ](windows|darwin)/.test(text),
  );
}

function rustProgram(stage: Stage, source: string): GlibcResult | undefined {
  if (compilations(stage, /^cargo$/, /^(build|install|chef)$/).length === 0) return undefined;
  if (!/\/target\/(release|debug)\/?|\/cargo\/bin\//.test(source) || /musl/.test(source)) return undefined;
  const all = chain(stage).flatMap(({ instructions }) => instructions.map(textOf));
  if (all.some((text) => /linux-musl|crt-static/.test(text))) return undefined;
  return {
    what: "this Rust program is linked with glibc",
    instead: "Build it for `x86_64-unknown-linux-musl`, or FROM rust for Alpine.",
    maybe: false,
  };
}

function cProgram(stage: Stage, source: string): GlibcResult | undefined {
  const isResult = compilations(stage, /^(gcc|g\+\+|cc|c\+\+|clang|clang\+\+)$/, undefined).some(
    (words) => !words.some((word) => /^-static/.test(word)) && names(words, source),
  );
  return isResult
    ? {
        what: "this program is linked with glibc",
        instead: "Compile it on Alpine too, or with `-static`.",
        maybe: false,
      }
    : undefined;
}

interface Modules {
  readonly installs: RegExp;
  readonly verbs: RegExp;
  readonly folder: RegExp;
  readonly what: string;
  readonly instead: string;
}

const modules_: readonly Modules[] = [
  {
    installs: /^(npm|yarn|pnpm)$/,
    verbs: /^(install|ci|i|add)$|^$/,
    folder: /\/node_modules\/?$/,
    what: "native modules among these are built for glibc",
    instead: "Install them FROM the node image for Alpine too.",
  },
  {
    installs: /^(pip\d?(\.\d+)?|uv|poetry|pipenv|python\d?(\.\d+)?)$/,
    verbs: /^(install|sync|-m)$/,
    folder:
      /\/(site-packages|dist-packages)\/?$|\/\.?venv\/?$|\/virtualenv\/?$|^\/root\/\.local\/?$|^\/install\/?$|^\/wheels\/?$/,
    what: "compiled packages among these are built for glibc",
    instead: "Install them FROM the python image for Alpine too.",
  },
  {
    installs: /^bundler?$/,
    verbs: /^(install|update)$|^$/,
    folder: /^\/usr\/local\/bundle\/?$|\/vendor\/bundle\/?$/,
    what: "native extensions of these gems are built for glibc",
    instead: "Install them FROM the ruby image for Alpine too.",
  },
];

function modules(stage: Stage, source: string): GlibcResult | undefined {
  const kind = modules_.find(
    ({ installs, verbs, folder }) => folder.test(source) && compilations(stage, installs, verbs).length > 0,
  );
  return kind && { what: kind.what, instead: kind.instead, maybe: true };
}

/** The words of each call of a compiler or an installer in the stage. */
function compilations(stage: Stage, program: RegExp, verb: RegExp | undefined): readonly string[][] {
  return runsOf(stage)
    .flatMap(callsOf)
    .filter(
      ({ name, args }) =>
        program.test(name) && (!verb || verb.test(args.find(({ value }) => !value.startsWith("--"))?.value ?? "")),
    )
    .map(({ args, within }) => args.map((word) => expandKnown(within, word)));
}

function textOf({ args, json }: Instruction): string {
  return json?.map(({ value }) => value).join(" ") ?? args.text;
}

function base(path: string): string {
  return path.replace(/\/+$/, "").slice(path.replace(/\/+$/, "").lastIndexOf("/") + 1);
}
