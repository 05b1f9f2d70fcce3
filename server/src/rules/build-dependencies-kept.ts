import type { Stage } from "../model/build";
import { isBuildPackage } from "../model/build-packages";
import { callsOf } from "../model/calls";
import { runsOf, targets } from "../model/layers";
import { type PackageChange, packageChanges } from "../model/packages";
import { rootImage } from "../model/platform";
import type { Run } from "../model/run";
import { started } from "../model/started";
import { isWorkshop, startsNothing } from "../model/workshop";
import type { Context, Found, Rule } from "./rule";
import { fixByConversion } from "./shared/by-conversion";
import { inBrackets, packageCost } from "./shared/package-cost";
import { listed } from "./shared/sentences";

export const buildDependenciesKept: Rule = {
  name: "build-dependencies-kept",
  severity: "warning",
  summary: "Compilers and headers stay in the image",
  why: `Compilers, headers and build systems are needed while the image is built, and never when it runs: they are often the larger
part of it, and give an attacker tools. On Alpine, put them into a virtual package and delete it in the same RUN
(\`apk add --virtual .build-deps\`, use, \`apk del .build-deps\`), with the shared libraries that the result needs installed by
their own names. Or build in a stage of its own and copy the result.

Images whose purpose is to build are left alone, as far as it can be seen: those that start a shell, one of these tools, a script that
builds or tests, or a place for people to work in (sshd, notebooks, a desktop), and those whose base image has a compiler already. So are
packages that nothing in the file is seen to build with: then they are there for the one who uses the image.`,
  related: [],
  fix: "review",
  examples: [
    {
      before:
        'FROM python:3.13-alpine\nRUN apk add --no-cache build-base libpq-dev\nRUN pip install --no-cache-dir psycopg2\nCMD ["gunicorn", "app"]\n',
    },
    {
      before:
        'FROM node:22-slim\nRUN apt-get update && apt-get install -y --no-install-recommends python3 make g++\nRUN npm ci\nCMD ["node", "server.js"]\n',
    },
  ],
  leftAlone: [
    {
      why: "they are deleted in the same RUN",
      text: 'FROM python:3.13-alpine\nRUN apk add --no-cache --virtual .build-deps gcc musl-dev && pip install --no-cache-dir uwsgi && apk del .build-deps\nCMD ["uwsgi"]\n',
    },
    {
      why: "the image starts the tool",
      text: 'FROM alpine:3.24\nRUN apk add --no-cache make\nENTRYPOINT ["make"]\n',
    },
    {
      why: "nothing is built, so they are there for the one who uses the image",
      text: 'FROM alpine:3.24\nRUN apk add --no-cache build-base git\nCOPY entry.sh /\nENTRYPOINT ["/entry.sh"]\n',
    },
    {
      why: "the image starts a script that builds",
      text: 'FROM alpine:3.24\nRUN apk add --no-cache build-base npm && npm install -g node-gyp\nCMD ["./scripts/build.sh"]\n',
    },
    {
      why: "people work in it",
      text: 'FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y --no-install-recommends g++ openssh-server && rm -rf /var/lib/apt/lists/*\nCOPY setup.py /\nRUN python3 /setup.py\nCMD ["/usr/sbin/sshd", "-D"]\n',
    },
    {
      why: "the image starts a shell, to build in",
      text: 'FROM alpine:3.24\nRUN apk add --no-cache build-base\nCMD ["/bin/sh"]\n',
    },
  ],
  *check(context) {
    const seen = new Set<Run>();
    for (const target of targets(context.build)) {
      if (isForBuilding(context, target)) continue;
      for (const [index, run] of runsOf(target).entries()) {
        if (!seen.has(run)) yield* checkRun(context, target, index, run);
        seen.add(run);
      }
    }
  },
};

function* checkRun(context: Context, target: Stage, index: number, run: Run): Iterable<Found> {
  const removed = runsOf(target)
    .slice(index)
    .flatMap(packageChanges)
    .filter(({ action }) => action === "remove");
  const { entrypoint, command } = started(target);
  const later = runsOf(target).slice(index);
  for (const change of packageChanges(run)) {
    if (change.action !== "add" || change.call.command.conditional || isRemoved(change, removed)) continue;
    if (!later.some((one) => mayBuild(one, one === run ? change.call.span.end : 0))) continue;
    const words = change.names.filter(
      ({ name }) => isBuildPackage(name) && !mentions(`${entrypoint} ${command}`, name),
    );
    const names = words.map(({ name }) => name);
    const [first] = words;
    if (!first) continue;
    const size = inBrackets(packageCost(context, target, change, names));
    const rest =
      change.manager === "apk"
        ? "Add them with `--virtual .build-deps` and end the same RUN with `apk del .build-deps`, or build in a stage of its own."
        : "Delete them in the same RUN, or build in a stage of its own.";
    const [are, they] = names.length === 1 ? ["stays", "it is"] : ["stay", "they are"];
    const fix = fixByConversion(context, run, "single-run", "Add, use and delete the build dependencies in one RUN");
    yield {
      ...(fix && { fix }),
      span: first.span,
      message: `${listed(names)} ${are} in the image${size}, although ${they} needed to build only. ${names.length === 1 ? rest.replace("them", "it") : rest}`,
    };
  }
}

/** Calls that install packages, fetch, and arrange files and accounts, and cannot need a compiler. */
const arranging =
  /^(?:apt(?:-get|-key|-mark|-file|itude)?|add-apt-repository|apk|dpkg(?:-\w+)*|debconf-\w+|update-\w+(?:-\w+)*|locale-gen|localedef|useradd|groupadd|usermod|userdel|adduser|addgroup|deluser|passwd|chpasswd|echo|printf|cat|tee|sed|awk|grep|find|xargs|rm|rmdir|mkdir|cp|mv|ln|touch|chmod|chown|chgrp|install|cd|pwd|ls|which|command|type|test|\[|\[\[|true|false|:|set|export|unset|local|read|exit|if|sleep|date|curl|wget|gpg|tar|unzip|gunzip|gzip|git|sync|ldconfig|hash|service|systemctl|ssh-keygen|ssh-keyscan|git-lfs|id|env|sudo|trap|cut|tr|head|tail|sort|sha\w*sum|md5sum|crontab|mkfifo|mktemp|strip|setcap|fc-cache|a2en\w+|a2dis\w+)$/;

function mayBuild(run: Run, from: number): boolean {
  const calls = callsOf(run);
  // A script of the user's by the JSON form is not read either.
  if (run.form === "foreign" || run.script.errors.length > 0 || calls.length === 0) return true;
  return calls.some(
    ({ name, span, within }) => (within !== run || span.start >= from) && name !== "" && !arranging.test(name),
  );
}

function isRemoved(change: PackageChange, removed: readonly PackageChange[]): boolean {
  const names = new Set(removed.flatMap((other) => other.names.map(({ name }) => name)));
  if (change.virtual !== undefined) return names.has(change.virtual);
  // What a variable names, or `autoremove` finds, is not known: no accusation.
  if (removed.some((other) => other.unknown.length > 0 || (other.manager === "apt" && other.names.length === 0)))
    return true;
  return change.names.some(({ name }) => isBuildPackage(name) && names.has(name));
}

function isForBuilding({ facts }: Context, target: Stage): boolean {
  const root = rootImage(target);
  const compiles =
    root &&
    facts.images.preinstalled(root.image, root.tag).some((name) => /^(gcc|g\+\+|clang|go|rust)(-\d+)?$/.test(name));
  return compiles === true || startsNothing(target) || isWorkshop(target);
}

/** `make` in `CMD make serve`. */
function mentions(text: string, name: string): boolean {
  return text.split(/[^\w+-]+/).includes(name);
}
