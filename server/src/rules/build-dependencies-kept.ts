import type { Stage } from "../model/build";
import { isBuildPackage } from "../model/build-packages";
import { chain, runsOf, targets } from "../model/layers";
import { type PackageChange, packageChanges } from "../model/packages";
import { rootImage } from "../model/platform";
import type { Run } from "../model/run";
import type { Context, Found, Rule } from "./rule";
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

Images whose purpose is to build are left alone, as far as it can be seen: those that start a shell or one of these
tools, and those whose base image has a compiler already.`,
  related: [],
  fix: "none",
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
  const started = startedText(target);
  for (const change of packageChanges(run)) {
    if (change.action !== "add" || change.call.command.conditional || isRemoved(change, removed)) continue;
    const words = change.names.filter(({ name }) => isBuildPackage(name) && !mentions(started, name));
    const names = words.map(({ name }) => name);
    const [first] = words;
    if (!first) continue;
    const size = inBrackets(packageCost(context, target, change, names));
    const rest =
      change.manager === "apk"
        ? "Add them as `--virtual .build-deps` and `apk del .build-deps` in the same RUN, or build in a stage of its own."
        : "Delete them in the same RUN, or build in a stage of its own.";
    const [are, they] = names.length === 1 ? ["stays", "it is"] : ["stay", "they are"];
    yield {
      span: first.span,
      message: `${listed(names)} ${are} in the image${size}, although ${they} needed to build only. ${names.length === 1 ? rest.replace("them", "it") : rest}`,
    };
  }
}

function isRemoved(change: PackageChange, removed: readonly PackageChange[]): boolean {
  const names = new Set(removed.flatMap((other) => other.names.map(({ name }) => name)));
  if (change.virtual !== undefined) return names.has(change.virtual);
  // What a variable names, or `autoremove` finds, is not known: no accusation.
  if (removed.some((other) => other.unknown.length > 0 || (other.manager === "apt" && other.names.length === 0)))
    return true;
  return change.names.some(({ name }) => isBuildPackage(name) && names.has(name));
}

/** It starts a shell or nothing of its own, or its base image brings a compiler: it may well be there to build with. */
function isForBuilding({ facts }: Context, target: Stage): boolean {
  const root = rootImage(target);
  if (
    root &&
    facts.images.preinstalled(root.image, root.tag).some((name) => /^(gcc|g\+\+|clang|go|rust)(-\d+)?$/.test(name))
  )
    return true;
  const started = startedText(target);
  return started === "" || /^\W*(\/\w+)*\/?(ba|a|da|z)?sh\W*$/.test(started);
}

/** The text of ENTRYPOINT and CMD. */
function startedText(target: Stage): string {
  const all = chain(target).flatMap(({ instructions }) => instructions);
  return ["ENTRYPOINT", "CMD"]
    .flatMap((keyword) => all.findLast(({ name }) => name === keyword)?.args.text ?? [])
    .join(" ");
}

/** `make` in `CMD make serve`. */
function mentions(text: string, name: string): boolean {
  return text.split(/[^\w+-]+/).includes(name);
}
