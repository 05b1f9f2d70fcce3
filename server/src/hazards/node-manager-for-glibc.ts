import type { Stage } from "../model/build";
import { type Call, callsOf } from "../model/calls";
import { chain } from "../model/layers";
import { sourceSpan } from "../model/run";
import type { Hazard, Hit } from "./hazard";

/** A program that fetches Node.js in the version that is asked for. */
interface Manager {
  readonly program: string;
  /** Its arguments, joined, where it fetches one. */
  readonly fetches: RegExp;
  /** A variable with which it fetches a build for musl, as it is set. */
  readonly setting: string | undefined;
}

const mirror = "https://unofficial-builds.nodejs.org/download/release";

/** tj/n README.md, and the settings of fnm and mise from general knowledge, 2026-11-27. */
const managers: readonly Manager[] = [
  {
    program: "n",
    fetches: /^(?:install |i )?(?:lts|stable|latest|current|auto|v?\d+(?:\.\d+)*)$/,
    setting: `N_NODE_MIRROR=${mirror} N_ARCH=x64-musl`,
  },
  {
    program: "fnm",
    fetches: /^(?:install|i|use --install-if-missing)\b/,
    setting: `FNM_NODE_DIST_MIRROR=${mirror} FNM_ARCH=x64-musl`,
  },
  {
    program: "mise",
    fetches: /^(?:install|i|use|u)\b.*(?:^| )node(?:js)?@/,
    setting: `MISE_NODE_MIRROR_URL=${mirror}/ MISE_NODE_FLAVOR=musl`,
  },
  { program: "volta", fetches: /^install\b.*(?:^| )node(?:@|$)/, setting: undefined },
  { program: "asdf", fetches: /^install nodejs\b/, setting: undefined },
];

export const nodeManagerForGlibc: Hazard = {
  name: "node-manager-for-glibc",
  severity: "error",
  summary: "A version manager fetches Node.js that was built for glibc",
  why: `\`n\`, fnm, mise, Volta and asdf take Node.js from nodejs.org, whose builds are linked with glibc: on Alpine, \`node\` ends with
\`not found\`. Alpine's own package (\`apk add nodejs npm\`) and the node image for Alpine are the surest ways. Most managers can take
the builds for musl of unofficial-builds.nodejs.org, which are called experimental and signed by nobody: \`ENV N_NODE_MIRROR=… N_ARCH=x64-musl\`
for \`n\`, with bash, curl and libstdc++ beside it.`,
  related: [],
  examples: [
    { before: "FROM node:22-slim\nRUN npm install -g n && n 20\n" },
    { before: "FROM alpine:3.24\nRUN apk add --no-cache mise && mise use -g node@22\n" },
  ],
  leftAlone: [
    {
      why: "it takes the builds for musl",
      text: "FROM alpine:3.24\nENV N_NODE_MIRROR=https://unofficial-builds.nodejs.org/download/release N_ARCH=x64-musl\nRUN n 20\n",
    },
    { why: "nothing is fetched", text: "FROM node:22-alpine\nRUN npm install -g n && n --version\n" },
    { why: "another language is", text: "FROM alpine:3.24\nRUN apk add --no-cache mise && mise use -g python@3.13\n" },
  ],
  *find({ stage }): Iterable<Hit> {
    for (const call of stage.runs.flatMap(callsOf)) {
      const manager = managers.find((one) => fetches(one, call));
      if (!manager || isSet(manager, stage)) continue;
      const other = manager.setting === undefined ? "" : `, or set \`${manager.setting}\` and add \`libstdc++\``;
      yield {
        span: sourceSpan(call.within, call.span),
        message: `What \`${manager.program}\` fetches is built for glibc, so Alpine says \`not found\` when it starts. Use \`apk add nodejs npm\` or the node image for Alpine${other}.`,
      };
    }
  },
};

function fetches({ program, fetches: pattern }: Manager, { name, args }: Call): boolean {
  return name === program && pattern.test(args.map(({ value }) => value).join(" "));
}

/** The first of its variables is set somewhere. */
function isSet({ setting }: Manager, stage: Stage): boolean {
  const variable = setting?.slice(0, setting.indexOf("="));
  if (variable === undefined) return false;
  return chain(stage)
    .flatMap(({ instructions }) => instructions)
    .some(({ name, args }) => /^(?:ENV|ARG|RUN)$/.test(name) && args.text.includes(variable));
}
