import { RunRewrite } from "../conversion/run-rewrite";
import type { Build, Stage } from "../model/build";
import { chain, shippedStages } from "../model/layers";
import { type PackageChange, packageChanges } from "../model/packages";
import type { Run } from "../model/run";
import { invocation } from "../shell/invocation";
import type { TextEdit } from "../text/edits";
import { addNoCache } from "./apk-cache-kept";
import type { Found, Rule } from "./rule";

export const needlessApkUpdate: Rule = {
  name: "needless-apk-update",
  severity: "warning",
  summary: "`apk update` before an `apk add` that fetches the index itself",
  why: `\`apk update\` writes the index of each repository to \`/var/cache/apk\`, about 2 MB, and the layer keeps it. \`apk add
--no-cache\` fetches the index itself, always the newest one, and keeps nothing: the update before it only costs time and space.

The fix takes the update out and gives \`--no-cache\` to each \`apk add\` behind it that relied on it. Nothing is reported
when something else may use the index, such as \`apk search\` or a script that runs later.`,
  related: ["hadolint DL3019"],
  fix: "safe",
  examples: [
    {
      before: "FROM alpine:3.24\nRUN apk update && apk add curl\n",
      after: "FROM alpine:3.24\nRUN apk add --no-cache curl\n",
    },
    {
      before: "FROM alpine:3.24\nRUN apk update\nRUN apk add --no-cache curl git\n",
      after: "FROM alpine:3.24\nRUN apk add --no-cache curl git\n",
    },
  ],
  leftAlone: [
    {
      why: "`apk search` reads the index",
      text: "FROM alpine:3.24\nRUN apk update && apk search -q curl && apk add --no-cache curl\n",
    },
    {
      why: "a script that runs later may need the index",
      text: "FROM alpine:3.24\nRUN apk update\nRUN ./install.sh && apk add --no-cache curl\n",
    },
  ],
  *check({ build }) {
    for (const stage of shippedStages(build)) {
      for (const [index, run] of stage.runs.entries()) {
        for (const update of packageChanges(run).filter(
          ({ manager, action }) => manager === "apk" && action === "update",
        )) {
          const found = checkUpdate(build, stage, index, run, update);
          if (found) yield found;
        }
      }
    }
  },
};

function checkUpdate(build: Build, stage: Stage, index: number, run: Run, update: PackageChange): Found | undefined {
  const { command } = update.call;
  const isStep = command.step.command === command && !command.substituted && !command.conditional;
  // With a cache mount the index is fetched for the builds to come.
  if (!update.keepsCache || !isStep) return undefined;
  const here = { run, commands: run.script.commands.filter(({ span }) => span.start >= command.span.end) };
  const later = [...stage.runs.slice(index + 1), ...stagesOn(build, stage).flatMap(({ runs }) => runs)];
  const behind = [here, ...later.map((other) => ({ run: other, commands: other.script.commands }))];
  if (later.some(({ form }) => form === "foreign" || form === "exec")) return undefined;
  if (behind.some(({ commands }) => commands.some((other) => mayUseIndex(invocation(other))))) return undefined;

  const users = behind.flatMap(({ run: where }) =>
    packageChanges(where)
      .filter(({ manager, action }) => manager === "apk" && (action === "add" || action === "upgrade"))
      .filter(({ span }) => span.start >= update.span.end)
      .map((change) => ({ run: where, change })),
  );
  const usesNone = users.some(({ change: { call } }) => call.args.some(({ value }) => value === "--no-network"));
  const usesMount = users.some(({ change }) => !change.keepsCache && !hasNoCache(change));
  if (users.length === 0 || usesNone || usesMount) return undefined;
  const relying = users.filter(({ change }) => change.keepsCache);
  const message =
    relying.length === 0
      ? "`apk add --no-cache` fetches the index itself, so this update only leaves about 2 MB in the layer. Remove it."
      : "This update leaves apk's index in the layer, about 2 MB. Remove it and use `apk add --no-cache`, which fetches the index itself.";
  return {
    span: update.span,
    message,
    fix: () => ({ title: "Remove apk update", edits: [...removal(build, run, update), ...relying.map(edit)] }),
  };
}

function edit({ run, change }: { run: Run; change: PackageChange }): TextEdit {
  return addNoCache(run, change);
}

function removal(build: Build, run: Run, update: PackageChange): TextEdit[] {
  const rewrite = new RunRewrite(build.file, run);
  rewrite.remove(update.call.command.step);
  return rewrite.toEdits();
}

function hasNoCache({ call }: PackageChange): boolean {
  return call.args.some(({ value }) => value === "--no-cache");
}

/** Stages that are made from this one. */
function stagesOn(build: Build, stage: Stage): readonly Stage[] {
  return build.stages.filter((other) => other !== stage && chain(other).includes(stage));
}

const known: ReadonlySet<string> = new Set(["add", "del", "update", "upgrade", "cache", "info", "fix", "version"]);

/** `apk search` and the like read the index; what a script does is not known. */
function mayUseIndex({ name, program, args }: ReturnType<typeof invocation>): boolean {
  if (name === "apk") return !args.some(({ value }) => known.has(value));
  const isShell = /^(ba|a|da|z|k)?sh$|^(source|\.)$/.test(name);
  return (
    /\.sh$/.test(program) || program.startsWith("./") || (isShell && args.some(({ value }) => !value.startsWith("-")))
  );
}
