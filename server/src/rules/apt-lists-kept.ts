import type { Build, Stage } from "../model/build";
import { type Call, callsOf, isConditional, isScript } from "../model/calls";
import { shippedStages, standingOn } from "../model/layers";
import { type PackageChange, packageChanges } from "../model/packages";
import { distributionOf } from "../model/platform";
import { type Run, sourceSpan } from "../model/run";
import { aptLists, isMounted } from "../size/caches";
import { formatSize } from "../size/format";
import type { Context, Found, Rule } from "./rule";
import { appendStep } from "./shared/append-step";
import { lineOf } from "./shared/sentences";

export const aptListsKept: Rule = {
  name: "apt-lists-kept",
  severity: "warning",
  summary: "apt's package lists stay in the layer",
  why: `\`apt-get update\` writes the lists of all packages to \`/var/lib/apt/lists\`: about 20 MB on Debian. They are old by the time
the image runs, and the next \`apt-get update\` fetches them anew. A layer keeps what it holds, so they must be deleted in the RUN
that wrote them; \`apt-get clean\` does not delete them, nor does the \`docker-clean\` configuration of the official images, which
is about \`.deb\` files.

It does not matter in a stage that only builds for others, nor with a cache mount on \`/var/lib/apt\`; both are left alone.`,
  related: ["hadolint DL3009"],
  fix: "safe",
  examples: [
    {
      before: "FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl\n",
      after:
        "FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*\n",
    },
    {
      before: "FROM debian:bookworm-slim\nRUN apt-get update\nRUN apt-get install -y --no-install-recommends curl\n",
    },
  ],
  leftAlone: [
    {
      why: "the same RUN deletes them",
      text: "FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n",
    },
    {
      why: "they are written to a cache mount",
      text: "FROM debian:bookworm-slim\nRUN --mount=type=cache,target=/var/lib/apt --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl\n",
    },
    {
      why: "the stage only builds for another one",
      text: "FROM debian:bookworm AS build\nRUN apt-get update && apt-get install -y gcc\nFROM debian:bookworm-slim\nCOPY --from=build /app /app\n",
    },
  ],
  *check(context) {
    for (const stage of shippedStages(context.build)) {
      if (distributionOf(stage, context.facts)?.name === "alpine") continue;
      for (const run of stage.runs) {
        const found = checkRun(context, stage, run);
        if (found) yield found;
      }
    }
  },
};

function checkRun(context: Context, stage: Stage, run: Run): Found | undefined {
  const calls = callsOf(run);
  const update = calls.find((call) => !isConditional(call) && isUpdate(call));
  if (!update || isMounted(run, aptLists) || deletesLists(calls, update)) return undefined;
  const later = laterRuns(context.build, stage, run);
  const { text } = context.build.file;
  const line = ({ instruction }: Run) => lineOf(text, instruction.span.start);
  const size = listsSize(context, stage);
  const span = sourceSpan(update.within, update.span);

  const user = later.find(reliesOnLists);
  if (user) {
    return {
      span,
      message: `The lists that this update fetches stay in the layer${size}, for line ${line(user)}. Update and install in one RUN, and end it with \`rm -rf ${aptLists}/*\`.`,
    };
  }
  const late = later.find((other) => deletesLists(callsOf(other), undefined));
  const cleans = calls.some(
    ({ name, args }) => /^apt(-get)?$/.test(name) && args.some(({ value }) => value === "clean"),
  );
  const end = `End this RUN with \`rm -rf ${aptLists}/*\`.`;
  const message = late
    ? `The lists that this update fetches stay in the layer${size}, as deleting them in line ${line(late)} is too late. ${end}`
    : `The lists that this update fetches stay in the layer${size}${cleans ? ", which `apt-get clean` does not change" : ", and nothing reads them again"}. ${end}`;
  // A script may install with the lists that are there.
  if (later.some((other) => callsOf(other).some(isScript) || other.form === "foreign")) return { span, message };
  const edits = appendStep(context.build.file, run, `${update.asRoot ? "sudo " : ""}rm -rf ${aptLists}/*`);
  return { span, message, ...(edits && { fix: () => ({ title: "Delete apt's lists at the end of the RUN", edits }) }) };
}

function isUpdate(call: Call): boolean {
  const words = call.args.map(({ value }) => value);
  return changeOf(call)?.action === "update" && !words.some((word) => /Dir::State|--print-uris|^-s$|--help/.test(word));
}

function changeOf({ within, command }: Call): PackageChange | undefined {
  return packageChanges(within).find(({ call, manager }) => manager === "apt" && call.command === command);
}

/** Also for programs that are named as if they cleaned up: nobody knows what they do. */
function deletesLists(calls: readonly Call[], update: Call | undefined): boolean {
  const start = update ? sourceSpan(update.within, update.span).start : 0;
  return calls.some(({ name, program, args, nameSpan, within }) => {
    if (sourceSpan(within, nameSpan).start < start) return false;
    const values = args.map(({ value }) => value);
    if (/^(rm|find|rmdir|unlink|cd|shred)$/.test(name))
      return values.some((value) => value.includes("/var/lib/apt") || /^\/var(\/lib)?\/?\*?$/.test(value));
    if (/^(apt|apt-get)$/.test(name)) return values.some((value) => /^dist-?clean$/.test(value));
    return (
      /clean|purge|slim|minimi[sz]e/i.test(program) ||
      (/^(sh|bash|source|\.)$/.test(name) && values.some((value) => /clean/i.test(value)))
    );
  });
}

/** The RUNs that come after it, in its stage and in those that stand on it. */
function laterRuns(build: Build, stage: Stage, run: Run): readonly Run[] {
  const above = standingOn(stage, build).filter((other) => other !== stage);
  return [...stage.runs.slice(stage.runs.indexOf(run) + 1), ...above.flatMap(({ runs }) => runs)];
}

/** Installs without an update of its own, or asks the lists. */
function reliesOnLists(run: Run): boolean {
  const calls = callsOf(run);
  const update = calls.findIndex(isUpdate);
  const before = update < 0 ? calls : calls.slice(0, update);
  return before.some((call) => call.name === "apt-cache" || ["add", "upgrade"].includes(changeOf(call)?.action ?? ""));
}

/** ` (≈ 20 MB)` where it was measured: Ubuntu's lists are others. */
function listsSize({ facts }: Context, stage: Stage): string {
  const distribution = distributionOf(stage, facts);
  const suite = distribution?.name === "debian" ? distribution.release : undefined;
  return suite === undefined ? "" : ` (${formatSize(facts.debian.lists(suite))})`;
}
