import type { Call } from "../model/calls";
import { sourceSpan } from "../model/run";
import type { Rule } from "./rule";
import { type Cache, emptyAtEnd, keptCaches } from "./shared/kept-cache";

export const npmCacheKept: Rule = {
  name: "npm-cache-kept",
  severity: "warning",
  summary: "npm's cache stays in the layer",
  why: `npm keeps every archive it downloads in \`~/.npm/_cacache\`, for the next installation. An image is installed once: the cache is
a second, packed copy of \`node_modules\` that nothing reads. \`npm cache clean --force\` at the end of the same RUN empties it; a later
RUN cannot, as the layer is written by then.

It does not matter in a stage that only builds for others, nor when a cache mount holds \`~/.npm\`; these are left alone.`,
  related: [],
  fix: "safe",
  examples: [
    {
      before: "FROM node:22-alpine\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci --omit=dev\n",
      after:
        "FROM node:22-alpine\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci --omit=dev && npm cache clean --force\n",
    },
  ],
  leftAlone: [
    {
      why: "the same RUN empties it",
      text: "FROM node:22-alpine\nRUN npm ci && npm cache clean --force\n",
    },
    {
      why: "the cache is a mount",
      text: "FROM node:22-alpine\nRUN --mount=type=cache,target=/root/.npm npm ci\n",
    },
    { why: "nothing is installed", text: "FROM node:22-alpine\nRUN npm run build && npm config list\n" },
  ],
  *check({ build }) {
    for (const kept of keptCaches(build, cache)) {
      const { call } = kept;
      const edits = emptyAtEnd(build, kept, "npm cache clean --force");
      yield {
        span: sourceSpan(call.within, call.span),
        message:
          "npm's cache stays in this layer, a second copy of what is installed. End the RUN with `npm cache clean --force`.",
        ...(edits && { fix: () => ({ title: "Empty npm's cache at the end of the RUN", edits }) }),
      };
    }
  },
};

const cache: Cache = {
  fills: (call) => {
    const verb = verbOf(call);
    return (
      verb !== undefined &&
      /^(install|i|in|add|ci|clean-install|install-clean|update|up|upgrade)$/.test(verb) &&
      !isDry(call)
    );
  },
  empties: (call) => verbOf(call) === "cache" && call.args.some(({ value }) => /^(clean|clear|rm)$/.test(value)),
  folder: /\.npm\b|_cacache/,
  variables: /^npm_config_cache$/i,
};

function verbOf({ name, args }: Call): string | undefined {
  return name === "npm" ? args.find(({ value }) => !value.startsWith("-"))?.value : undefined;
}

function isDry({ args }: Call): boolean {
  return args.some(({ value }) => /^--(cache|dry-run|package-lock-only)(=|$)/.test(value));
}
