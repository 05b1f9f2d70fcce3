import { apkCall } from "../model/apk-call";
import type { Build, Stage } from "../model/build";
import { shippedStages } from "../model/layers";
import { type PackageChange, packageChanges } from "../model/packages";
import { type Run, sourceSpan } from "../model/run";
import type { TextEdit } from "../text/edits";
import type { Rule } from "./rule";
import { needlessUpdates } from "./shared/apk-updates";

export const apkCacheKept: Rule = {
  name: "apk-cache-kept",
  severity: "warning",
  summary: "apk's package index stays in the layer",
  why: `Without \`--no-cache\`, apk writes the index of each repository to \`/var/cache/apk\`, about 2 MB, and the layer keeps it. With
it, apk reads the index and forgets it; no \`apk update\` is needed before and no \`rm -rf /var/cache/apk/*\` behind.

It does not matter in a stage that only builds for others, nor with a cache mount on \`/var/cache/apk\`; both are left alone.`,
  related: ["hadolint DL3019"],
  fix: "safe",
  examples: [
    {
      before: "FROM alpine:3.24\nRUN apk add curl\n",
      after: "FROM alpine:3.24\nRUN apk add --no-cache curl\n",
    },
    {
      before:
        "FROM alpine:3.24\nRUN apk add -U --virtual .build-deps \\\n      build-base \\\n  && apk del .build-deps\n",
      after:
        "FROM alpine:3.24\nRUN apk add --no-cache -U --virtual .build-deps \\\n      build-base \\\n  && apk del .build-deps\n",
    },
  ],
  leftAlone: [
    { why: "the same RUN deletes the cache", text: "FROM alpine:3.24\nRUN apk add curl && rm -rf /var/cache/apk/*\n" },
    {
      why: "the cache is a mount",
      text: "FROM alpine:3.24\nRUN --mount=type=cache,target=/var/cache/apk apk add curl\n",
    },
    {
      why: "the stage only builds for another one",
      text: "FROM alpine:3.24 AS build\nRUN apk add gcc\nFROM alpine:3.24\nCOPY --from=build /app /app\n",
    },
  ],
  *check({ build }) {
    for (const { run, change } of keptIndexes(build)) {
      yield {
        span: change.span,
        message: "apk's index stays in this layer, about 2 MB. Add `--no-cache`.",
        fix: () => ({ title: "Add --no-cache", edits: [addNoCache(run, change)] }),
      };
    }
  },
};

/** Every `apk add` and `apk upgrade` that leaves the index behind in an image that is shipped. */
function keptIndexes(build: Build): { run: Run; change: PackageChange }[] {
  // Where an `apk update` has left the index before, that is what is said, and its fix adds the option here too.
  const told = new Set(needlessUpdates(build).flatMap(({ relying }) => relying.map(({ change }) => change.span.start)));
  return shippedStages(build)
    .filter((stage) => !keepsCacheOnPurpose(build, stage))
    .flatMap(({ runs }) => runs)
    .filter((run) => !emptiesCache(run))
    .flatMap((run) => packageChanges(run).map((change) => ({ run, change })))
    .filter(({ change }) => change.keepsCache && (change.action === "add" || change.action === "upgrade"))
    .filter(({ change }) => fetchesIndex(change) && !told.has(change.span.start));
}

/** `--no-cache` behind the verb. */
export function addNoCache(run: Run, { call }: PackageChange): TextEdit {
  const end = apkCall(call)?.verbWord.span.end ?? call.span.end;
  const at = sourceSpan(run, { start: end - 1, end }).end;
  return { span: { start: at, end: at }, newText: " --no-cache" };
}

/** `/etc/apk/cache` turns the cache on for packages too; who sets it up wants it. */
function keepsCacheOnPurpose({ file }: Build, { from, instructions }: Stage): boolean {
  const end = instructions.at(-1)?.span.end ?? from.span.end;
  return file.text.slice(from.span.start, end).includes("/etc/apk/cache");
}

/** `rm -rf /var/cache/apk/*` and the like, in the same layer. */
function emptiesCache({ script }: Run): boolean {
  return script.commands.some(
    ({ name, args }) =>
      ["rm", "find"].includes(name) &&
      args.some(({ value }) => value.includes("/var/cache/apk") || /^\/var\/cache\/?\*?$/.test(value)),
  );
}

/** Package files from the context need no index; without a network there is none to fetch. */
function fetchesIndex({ call, names }: PackageChange): boolean {
  if (call.args.some(({ value }) => value === "--no-network")) return false;
  return names.length === 0 || !names.every(({ name }) => name.endsWith(".apk"));
}
