import { RunRewrite } from "../conversion/run-rewrite";
import type { Release } from "../facts/types";
import type { Stage } from "../model/build";
import { consumersOf } from "../model/consumers";
import { runsOf } from "../model/layers";
import { type PackageChange, packageChanges } from "../model/packages";
import { rootImage } from "../model/platform";
import type { Run } from "../model/run";
import { namedAt } from "../model/working-folder";
import type { TextEdit } from "../text/edits";
import { keepRuntimeLibraries } from "../translations/runtime-libraries";
import type { Context, Rule } from "./rule";
import { apkAdditions } from "./shared/apk-additions";
import { listed } from "./shared/sentences";

export const librariesDeletedWithHeaders: Rule = {
  name: "libraries-deleted-with-headers",
  severity: "information",
  summary: "Deleting a `-dev` package takes the library along that was linked to",
  why: `\`libpq-dev\` brings libpq, and \`apk del\` deletes both when nothing else asks for the library. What was compiled in between is then
linked to a file that is no longer there, and ends with \`Error loading shared library\` when it starts. Install the library's own
package besides (\`apk add libpq\`), or let \`scanelf\` find out what is needed, in the same RUN, before \`apk del\`.

Nothing is missing where all of it came ready-built, as wheels bring their libraries along.`,
  related: [],
  fix: "review",
  examples: [
    {
      before:
        "FROM python:3.13-alpine3.22\nRUN apk add --no-cache --virtual .build-deps gcc musl-dev libpq-dev \\\n    && pip install --no-cache-dir --no-binary :all: psycopg2 \\\n    && apk del .build-deps\n",
      after:
        "FROM python:3.13-alpine3.22\nRUN apk add --no-cache --virtual .build-deps gcc musl-dev libpq-dev \\\n    && pip install --no-cache-dir --no-binary :all: psycopg2 \\\n    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \\\n        | tr ',' '\\n' | sort -u \\\n        | while read -r library; do apk info --installed \"so:$library\" || true; done \\\n        | xargs -rt apk add --no-network ) \\\n    && apk del .build-deps\n",
    },
  ],
  leftAlone: [
    {
      why: "the library is asked for by its own name",
      text: "FROM python:3.13-alpine3.22\nRUN apk add --no-cache libpq && apk add --no-cache --virtual .build-deps gcc musl-dev libpq-dev && pip install --no-cache-dir psycopg2 && apk del .build-deps\n",
    },
    {
      why: "scanelf finds the libraries",
      text: "FROM python:3.13-alpine3.22\nRUN apk add --no-cache --virtual .build-deps gcc musl-dev libpq-dev && pip install --no-cache-dir psycopg2 && apk add --virtual .run-deps $(scanelf --needed --nobanner --format '%n#p' --recursive /usr/local | tr ',' '\\n' | sort -u | sed 's/^/so:/') && apk del .build-deps\n",
    },
    {
      why: "no library is linked to",
      text: "FROM python:3.13-alpine3.22\nRUN apk add --no-cache --virtual .build-deps gcc musl-dev && pip install --no-cache-dir uwsgi && apk del .build-deps\n",
    },
  ],
  *check(context) {
    for (const { stage, release, run, change } of apkAdditions(context)) {
      const removal = removalOf(run, change);
      if (!removal || /scanelf|\bldd\b|\bso:/.test(run.script.text)) continue;
      const consumers = consumersOf(run, stage.base.official);
      if (consumers.length === 0) continue;
      const headers = change.names.map(({ name }) => name).filter((name) => /-dev$/.test(name));
      const kept = packagesKept(context, stage, release, change);
      const lost = context.facts.alpine.linked(headers, release).filter((name) => !kept.has(name));
      if (lost.length === 0) continue;
      const roots = [...new Set(consumers.flatMap((consumer) => consumer.roots))];
      const edits = stepBefore(context, run, removal, roots);
      const [are, them] = lost.length === 1 ? ["is", "it"] : ["are", "them"];
      yield {
        span: removal.span,
        message: `${listed(lost)} ${are} deleted here too, and what was compiled in this RUN may be linked to ${them}. Install ${them} besides, or let scanelf find out before this step.`,
        ...(edits && { fix: () => ({ title: "Keep the run-time libraries", edits }) }),
      };
    }
  },
};

/** `apk del .build-deps` of what the same RUN has added. */
function removalOf(run: Run, { virtual }: PackageChange): PackageChange | undefined {
  if (virtual === undefined) return undefined;
  return packageChanges(run).find(
    ({ manager, action, names, call }) =>
      manager === "apk" &&
      action === "remove" &&
      !call.command.conditional &&
      names.some(({ name }) => name === virtual),
  );
}

/** What the image holds in the end, as far as it is known, without the packages that are deleted. */
function packagesKept({ facts }: Context, stage: Stage, release: Release, deleted: PackageChange): ReadonlySet<string> {
  const root = rootImage(stage);
  const present = root ? facts.images.preinstalled(root.image, root.tag) : [];
  const names = runsOf(stage)
    .flatMap(packageChanges)
    .filter((change) => change.manager === "apk" && change.action === "add" && change.call !== deleted.call)
    .filter(({ virtual }) => virtual === undefined || virtual !== deleted.virtual)
    .flatMap((change) => change.names.map(({ name }) => name));
  const closure = facts.alpine.closure(names, release, present).packages.map(({ name }) => name);
  return new Set([...present, ...names, ...closure]);
}

function stepBefore(
  { build: { file } }: Context,
  run: Run,
  { call }: PackageChange,
  roots: readonly string[],
): readonly TextEdit[] | undefined {
  const { step } = call.command;
  if (
    step.command !== call.command ||
    step.list !== run.script.steps ||
    run.form !== "shell" ||
    run.quoting !== undefined
  )
    return undefined;
  const rewrite = new RunRewrite(file, run);
  const named = namedAt(step.span.start, roots, run);
  rewrite.insertBefore(step, keepRuntimeLibraries({ roots: named, indent: rewrite.layout.indent }));
  return rewrite.toEdits();
}
