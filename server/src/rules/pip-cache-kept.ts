import type { Stage } from "../model/build";
import { shippedStages } from "../model/layers";
import { cacheMounts } from "../model/mounts";
import { choosesPipCache, type PipCall, pipCall } from "../model/pip-call";
import { type Run, sourceSpan } from "../model/run";
import { type Invocation, invocation } from "../shell/invocation";
import type { Rule } from "./rule";

export const pipCacheKept: Rule = {
  name: "pip-cache-kept",
  severity: "warning",
  summary: "pip's cache stays in the layer",
  why: `pip keeps what it downloads and what it compiles in \`~/.cache/pip\`, for the next installation. An image is installed once: the
cache is a second copy of every package that nothing reads. \`--no-cache-dir\` or \`ENV PIP_NO_CACHE_DIR=1\` turns it off.

It does not matter in a stage that only builds for others, nor when a cache mount holds the cache or the same RUN deletes it;
these are left alone.`,
  related: ["hadolint DL3042"],
  fix: "safe",
  examples: [
    {
      before: "FROM python:3.13-alpine\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n",
      after: "FROM python:3.13-alpine\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\n",
    },
  ],
  leftAlone: [
    {
      why: "the cache is off for the whole image",
      text: "FROM python:3.13-alpine\nENV PIP_NO_CACHE_DIR=1\nRUN pip install flask\n",
    },
    {
      why: "the cache is a mount",
      text: "FROM python:3.13-alpine\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask\n",
    },
  ],
  *check({ build }) {
    for (const stage of shippedStages(build)) {
      if (configuresPip(stage)) continue;
      for (const run of stage.runs) {
        if (isCacheElsewhere(run)) continue;
        for (const command of run.script.commands) {
          const call = invocation(command);
          const pip = pipCall(call);
          if (!pip || !keepsCache(pip, call)) continue;
          const end = pip.verbWord.span.end;
          const at = sourceSpan(run, { start: end - 1, end }).end;
          yield {
            span: { start: sourceSpan(run, call.nameSpan).start, end: at },
            message: "pip's cache stays in this layer, a second copy of what is installed. Add `--no-cache-dir`.",
            fix: () => ({
              title: "Add --no-cache-dir",
              edits: [{ span: { start: at, end: at }, newText: " --no-cache-dir" }],
            }),
          };
        }
      }
    }
  },
};

const verbs: ReadonlySet<string> = new Set(["install", "wheel", "download"]);
const settings = /^(PIP_NO_CACHE_DIR|PIP_CACHE_DIR|XDG_CACHE_HOME|PIP_CONFIG_FILE)$/;

function keepsCache({ verb, rest }: PipCall, { command }: Invocation): boolean {
  if (!verbs.has(verb) || command.assignments.some(({ name }) => settings.test(name))) return false;
  return !choosesPipCache(rest) && !rest.some(({ value }) => /^(--dry-run|--help|-h)$/.test(value));
}

/** A configuration file may say anything about the cache. */
function configuresPip({ instructions, runs }: Stage): boolean {
  const copies = instructions.some(
    ({ name, args }) => (name === "COPY" || name === "ADD") && /pip\.(conf|ini)|\.config\b/.test(args.text),
  );
  return copies || runs.some(({ script }) => /\bpip\d* config\b|pip\.conf/.test(script.text));
}

/** The cache is off, lies in a mount, or goes in the same layer. */
function isCacheElsewhere({ variables, command, script }: Run): boolean {
  if ([...variables.keys()].some((name) => settings.test(name))) return true;
  if (cacheMounts(command).some((folder) => folder.includes("cache") || folder === "/root")) return true;
  if (
    script.commands.some(({ assignments, args }) =>
      [...assignments.map(({ name }) => name), ...args.map(({ text }) => text.split("=", 1)[0] ?? "")].some((name) =>
        settings.test(name),
      ),
    )
  )
    return true;
  return script.commands.some(
    ({ name, args }) =>
      (["rm", "find"].includes(name) && args.some(({ value }) => /\.cache\b|\/root\/?\*|\/pip\b/.test(value))) ||
      (/^pip/.test(name) && args[0]?.value === "cache"),
  );
}
