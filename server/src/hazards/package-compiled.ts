import { compareReleases } from "../facts/releases";
import { type Install, installerOf, installsOf } from "../manifests/installs";
import { type Needs, needsOf } from "../manifests/needs";
import { rootImage } from "../model/platform";
import { listed } from "../rules/shared/sentences";
import { groupedBySpan } from "./grouped";
import type { Hazard, Hit, Place } from "./hazard";
import { installationsOf } from "./packages-there";

type Compiled = Install & { readonly needs: Needs };

export const packageCompiled: Hazard = {
  name: "package-compiled",
  severity: "warning",
  summary: "A package has no build for musl and is compiled on Alpine",
  why: `Most packages of Python with compiled parts are published as wheels for musl (\`musllinux\`) by now, and install on Alpine as fast as on Debian. Some
are not, and versions from before 2022 seldom are: pip downloads their source and compiles it, which takes minutes and needs a compiler and
headers. The same goes for a pip older than 21.2, which takes no wheels for musl, and for gems and npm packages with an extension in C. Packages in
Rust (cryptography) then ask for a compiler that releases as old as that pip do not have: a newer pip is the way.

A conversion adds what they are compiled with and deletes it in the same RUN. On Alpine, a stage that has no compiler cannot be built: this is
an error. Often a newer version of the package is the better way.`,
  related: [],
  examples: [
    { before: "FROM python:3.12-slim\nRUN pip install --no-cache-dir scikit-learn\n" },
    {
      before: "FROM ruby:3.4-alpine\nWORKDIR /app\nCOPY Gemfile Gemfile.lock ./\nRUN bundle install\n",
      files: {
        Gemfile: 'gem "bootsnap"\n',
        "Gemfile.lock": "GEM\n  specs:\n    bootsnap (1.18.4)\n      msgpack (~> 1.2)\n    msgpack (1.7.5)\n",
      },
    },
    {
      before: "FROM python:3.10-alpine\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\n",
      files: { "requirements.txt": "psutil==5.9.8\n" },
    },
    {
      before:
        "FROM python:3.12-slim-bookworm\nRUN apt-get update && apt-get install -y --no-install-recommends g++ libgdal-dev && rm -rf /var/lib/apt/lists/*\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\n",
      files: { "requirements.txt": "GDAL==3.6.2\n" },
    },
    { before: "FROM alpine:3.12\nRUN apk add --no-cache python3 py3-pip && pip install --no-cache-dir cryptography\n" },
  ],
  leftAlone: [
    {
      why: "it takes the version of the library that is there",
      text: 'FROM python:3.12-slim-bookworm\nRUN apt-get update && apt-get install -y --no-install-recommends g++ libgdal-dev && rm -rf /var/lib/apt/lists/*\nRUN pip install --no-cache-dir GDAL=="$(gdal-config --version)"\n',
    },
    {
      why: "a newer pip takes the builds for musl",
      text: "FROM alpine:3.12\nRUN apk add --no-cache python3 py3-pip && pip install --upgrade pip && pip install --no-cache-dir cryptography\n",
    },
    {
      why: "this gem for Linux brings a program that needs no C library",
      text: "FROM ruby:3.4-slim\nCOPY Gemfile.lock ./\nRUN bundle install\n",
      files: {
        "Gemfile.lock":
          "GEM\n  specs:\n    thruster (0.1.13)\n    thruster (0.1.13-x86_64-linux)\n\nPLATFORMS\n  x86_64-linux\n  x86_64-linux-musl\n",
      },
    },
    { why: "wheels for musl exist", text: "FROM python:3.13-slim\nRUN pip install --no-cache-dir numpy pandas\n" },
    {
      why: "the compiler is there",
      text: "FROM python:3.12-alpine\nRUN apk add --no-cache build-base && pip install --no-cache-dir scikit-learn\n",
    },
    {
      why: "the package is compiled on Debian just as well",
      text: "FROM python:3.13-slim\nRUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/* && pip install --no-cache-dir uwsgi\n",
    },
  ],
  *find(place): Iterable<Hit> {
    const { build, stage, facts, workspace, family, release, onAlpine } = place;
    const installer = installerOf(stage, family, release);
    const compiled = installsOf(build, workspace)
      .in(stage)
      .filter(({ requirement, call }) => /^(pip|gem|npm)$/.test(requirement.ecosystem) && !usesOwnBuilds(call))
      .map((install): Compiled => ({ ...install, needs: needsOf(install.requirement, facts, installer) }))
      .filter(({ needs, requirement }) => needs.kind === "compiled" && !isInstalledByApk(requirement.name, place));
    const told = onAlpine
      ? compiled.filter((install) => !mayCompile(install, place))
      : compiled.filter(({ needs }) => needs.onlyOnAlpine);
    for (const group of groupedBySpan(told)) {
      const [first] = group;
      if (!first) continue;
      const pip = installer.isOldPip ? (mayRenewPip(first, place, installer.python) ? "renewable" : "old") : "new";
      const message = onAlpine ? brokenMessage(group, pip) : slowMessage(group, pip);
      yield { span: first.span, message, severity: onAlpine ? "error" : "warning" };
    }
    for (const { requirement, span } of onAlpine ? [] : compiled) {
      const message = pinnedTo(requirement);
      if (message !== undefined) yield { span, message };
    }
  },
};

/** Packages of Python that fit one version of a library only, with what tells that version. */
const bound: ReadonlyMap<string, string> = new Map([
  ["gdal", "gdal-config --version"],
  ["pygdal", "gdal-config --version"],
]);

/** The version was chosen for Debian's library. */
function pinnedTo({ name, version, file }: Install["requirement"]): string | undefined {
  const tells = bound.get(name);
  if (tells === undefined || !/^===?\s*\d/.test(version)) return undefined;
  const where = file === undefined ? "" : ` (${file})`;
  return `${name}${where} must be of the same version as the library, and Alpine's is another than Debian's. Ask for the version that \`${tells}\` says there.`;
}

const newerPip = "Run `pip install --upgrade pip` before it: a newer one takes them.";

/** `old`: it takes no builds for musl; `renewable`: a newer one for this Python does. */
type Pip = "new" | "renewable" | "old";

/**
 * Alpine's Python 3 is new enough for a pip that takes builds for musl from 3.8 on; no pip for Python 2 does, and the official
 * images bring the newest.
 */
function mayRenewPip({ call }: Install, { release, stage }: Place, python: string | undefined): boolean {
  const isPython3 =
    /3/.test(call.name) || installationsOf(stage).some(({ names }) => names.some(({ name }) => name === "py3-pip"));
  return python === undefined && isPython3 && compareReleases(release, "3.8") >= 0;
}

function names(group: readonly Compiled[]): string {
  const all = listed([...new Set(group.map(({ requirement }) => requirement.name))]);
  const file = group[0]?.requirement.file;
  return file === undefined ? all : `${all} (${file})`;
}

function brokenMessage(group: readonly Compiled[], pip: Pip): string {
  const packages = [...new Set(group.flatMap(({ needs }) => needs.build))].join(" ");
  return `${names(group)}: ${reason(group, pip)}, and no compiler is installed here. ${pip === "renewable" ? newerPip : `Add \`${packages}\` to a virtual package in this RUN${otherWay(group, pip)}.`}`;
}

function slowMessage(group: readonly Compiled[], pip: Pip): string {
  return `${names(group)}: ${reason(group, pip)} on Alpine, which takes longer. ${pip === "renewable" ? newerPip : `A conversion adds what that takes${otherWay(group, pip)}.`}`;
}

function reason(group: readonly Compiled[], pip: Pip): string {
  const isOne = group.length === 1;
  const compiled = `so ${isOne ? "it is" : "they are"} compiled`;
  if (pip !== "new") return `this pip takes no builds for musl, ${compiled}`;
  return group.some(({ needs }) => needs.muslFrom !== undefined)
    ? `${isOne ? "this version has" : "these versions have"} no build for musl, ${compiled}`
    : `no build for musl exists, ${compiled}`;
}

/** The version to go to, when one package alone is concerned. */
function otherWay(group: readonly Compiled[], pip: Pip): string {
  const [first] = group;
  const from = group.length === 1 && pip === "new" ? first?.needs.muslFrom : undefined;
  return from === undefined || first === undefined ? "" : `, or install ${first.requirement.name} ${from} or newer`;
}

/** Builds from elsewhere may be for musl. */
function usesOwnBuilds({ args }: Install["call"]): boolean {
  return args.some(({ value }) => /^(--no-index|--find-links|-f|--index-url|-i|--extra-index-url)(=|$)/.test(value));
}

function isInstalledByApk(name: string, { stage }: Place): boolean {
  return installationsOf(stage).some(({ names }) => names.some((one) => one.name === `py3-${name}`));
}

/** A compiler is there, or may be: the image or a variable may bring one. */
function mayCompile(_: Compiled, { stage }: Place): boolean {
  const root = rootImage(stage);
  if (root === undefined || !/^(python|alpine|node|ruby|php|nginx)$/.test(root.image)) return true;
  if (
    installationsOf(stage).some(
      ({ names, unknown }) => unknown.length > 0 || names.some(({ name }) => isCompiler(name)),
    )
  )
    return true;
  // Scripts and other shells may install anything.
  return stage.runs.some(({ form, script }) => form === "exec" || form === "foreign" || script.errors.length > 0);
}

function isCompiler(name: string): boolean {
  return /^(build-base|alpine-sdk|gcc|g\+\+|clang\d*|.*PHPIZE.*)$/.test(name.replace(/[=<>~].*/, ""));
}
