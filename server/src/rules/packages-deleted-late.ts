import type { Stage } from "../model/build";
import { runsOf, targets } from "../model/layers";
import { type PackageChange, packageChanges } from "../model/packages";
import type { Run } from "../model/run";
import type { Context, Found, Rule } from "./rule";
import { fixByConversion } from "./shared/by-conversion";
import { inBrackets, packageCost } from "./shared/package-cost";
import { lineOf, listed } from "./shared/sentences";

export const packagesDeletedLate: Rule = {
  name: "packages-deleted-late",
  severity: "warning",
  summary: "Packages are deleted in another RUN than they were added in",
  why: `Each RUN is a layer, and a layer keeps what it holds: deleting packages in a later one hides their files and makes the image no
smaller, even a little larger. Add, use and delete them in one RUN, best as a virtual package (\`apk add --virtual .build-deps\`
and \`apk del .build-deps\`), or do the work in a stage of its own and copy the result.

It does not matter when all layers are squashed into one.`,
  related: [],
  fix: "review",
  examples: [
    {
      before:
        "FROM python:3.13-alpine\nRUN apk add --no-cache --virtual .build-deps build-base\nRUN pip install --no-cache-dir uwsgi\nRUN apk del .build-deps\n",
    },
    {
      before:
        "FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y gcc make\nRUN make\nRUN apt-get purge -y gcc make && apt-get autoremove -y\n",
    },
  ],
  leftAlone: [
    {
      why: "they are added and deleted in one RUN",
      text: "FROM alpine:3.24\nRUN apk add --no-cache --virtual .build-deps gcc && apk del .build-deps\n",
    },
    {
      why: "the package comes with the base image, whose layers nobody can change here",
      text: "FROM debian:bookworm-slim\nRUN apt-get purge -y --allow-remove-essential mount\n",
    },
  ],
  *check(context) {
    const seen = new Set<PackageChange>();
    for (const target of targets(context.build)) yield* checkTarget(context, target, seen);
  },
};

/** What was added, by package or virtual name, and where. */
interface Added {
  readonly run: Run;
  readonly change: PackageChange;
}

function* checkTarget(context: Context, target: Stage, seen: Set<PackageChange>): Iterable<Found> {
  const added = new Map<string, Added>();
  for (const run of runsOf(target)) {
    for (const change of changesOf(run)) {
      if (change.action === "add") {
        for (const name of namesOf(change)) added.set(name, { run, change });
        continue;
      }
      if (change.action !== "remove" || seen.has(change)) continue;
      seen.add(change);
      const late = change.names.flatMap(({ name }) => {
        const origin = added.get(name);
        return origin && origin.run !== run ? [{ name, origin }] : [];
      });
      const [first] = late;
      if (first) {
        const fix = fixByConversion(
          context,
          run,
          "single-run",
          "Add, use and delete the build dependencies in one RUN",
        );
        yield {
          ...(fix && { fix }),
          span: change.span,
          message: messageFor(
            context,
            target,
            late.map(({ name }) => name),
            first.origin,
          ),
        };
      }
    }
  }
}

function messageFor(context: Context, target: Stage, names: readonly string[], { run, change }: Added): string {
  const whole = change.virtual !== undefined && names.includes(change.virtual);
  const packages = whole ? change.names.map(({ name }) => name) : names;
  const size = inBrackets(packageCost(context, target, change, packages));
  const line = lineOf(context.build.file.text, run.instruction.span.start);
  return `Deleting ${listed(names)} here saves nothing, as the layer of line ${line} keeps the files${size}. Add, use and delete them in one RUN, or build in a stage of its own.`;
}

/** A command that may not run says nothing about what is installed. */
function changesOf(run: Run): readonly PackageChange[] {
  return packageChanges(run).filter(({ call }) => !call.command.conditional);
}

function namesOf({ virtual, names }: PackageChange): readonly string[] {
  return virtual === undefined ? names.map(({ name }) => name) : [virtual];
}
