import type { Workspace } from "../alpinize";
import type { Build } from "../model/build";
import { shippedStages } from "../model/layers";
import { sourceSpan } from "../model/run";
import type { Rule } from "./rule";
import { type Cache, emptyAtEnd, keptCaches } from "./shared/kept-cache";

export const yarnCacheKept: Rule = {
  name: "yarn-cache-kept",
  severity: "warning",
  summary: "yarn's cache stays in the layer",
  why: `Yarn 1 keeps every package it downloads, unpacked, in \`~/.cache/yarn\` (root's is \`/usr/local/share/.cache/yarn\`): a second copy
of \`node_modules\` that nothing reads. \`yarn cache clean\` at the end of the same RUN empties it.

Yarn 2 and newer may run the program out of its cache, so Dockerfiles that show it (\`.yarnrc.yml\`, \`.yarn\`, \`--immutable\`,
\`corepack\`) are left alone; check the version before you take the fix.`,
  related: ["hadolint DL3060"],
  fix: "review",
  examples: [
    {
      before: "FROM node:22-alpine\nWORKDIR /app\nCOPY package.json yarn.lock ./\nRUN yarn install --frozen-lockfile\n",
      after:
        "FROM node:22-alpine\nWORKDIR /app\nCOPY package.json yarn.lock ./\nRUN yarn install --frozen-lockfile && yarn cache clean\n",
    },
  ],
  leftAlone: [
    {
      why: "the same RUN empties it",
      text: "FROM node:22-alpine\nRUN yarn install --frozen-lockfile && yarn cache clean\n",
    },
    {
      why: "it is a newer Yarn, which may need its cache",
      text: "FROM node:22-alpine\nCOPY package.json yarn.lock .yarnrc.yml ./\nRUN yarn install --immutable\n",
    },
    {
      why: "the lock file is that of a newer Yarn",
      text: "FROM node:22-alpine\nCOPY . .\nRUN yarn install\n",
      files: { "yarn.lock": "__metadata:\n  version: 8\n" },
    },
    { why: "it only runs a script", text: "FROM node:22-alpine\nRUN yarn build && yarn run test\n" },
  ],
  *check({ build, workspace }) {
    if (isNewer(build, workspace)) return;
    for (const kept of keptCaches(build, cache)) {
      const { call } = kept;
      const edits = emptyAtEnd(build, kept, "yarn cache clean");
      yield {
        span: sourceSpan(call.within, call.span),
        message:
          "yarn's cache stays in this layer, a second copy of what is installed. End the RUN with `yarn cache clean`.",
        ...(edits && { fix: () => ({ title: "Empty yarn's cache at the end of the RUN", edits }) }),
      };
    }
  },
};

const cache: Cache = {
  fills: (call) => {
    if (
      call.name !== "yarn" ||
      call.args.some(({ value }) => /^--(cache-folder|version|help)/.test(value) || /^-[vh]$/.test(value))
    )
      return false;
    const words = call.args.map(({ value }) => value).filter((value) => !value.startsWith("-"));
    if (words[0] === "global") return words[1] === "add";
    return words[0] === undefined || /^(install|add|upgrade)$/.test(words[0]);
  },
  empties: ({ name, args }) => name === "yarn" && args[0]?.value === "cache",
  folder: /yarn/,
  variables: /^(YARN_CACHE_FOLDER|XDG_CACHE_HOME|npm_config_cache)$/i,
};

function isNewer(build: Build, workspace: Workspace | undefined): boolean {
  if (workspace?.readText("yarn.lock")?.includes("__metadata:") || workspace?.readText(".yarnrc.yml") !== undefined)
    return true;
  return shippedStages(build).some(({ instructions }) =>
    instructions.some(({ args, json }) =>
      /\.yarnrc\.yml|\.yarn\b(?!rc)|--immutable|corepack|yarn set version|@yarnpkg|workspaces focus|\.pnp\./.test(
        json?.map(({ value }) => value).join(" ") ?? args.text,
      ),
    ),
  );
}
