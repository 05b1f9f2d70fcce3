import { rootImage } from "../model/platform";
import type { Rule } from "./rule";
import { apkAdditions, plainName } from "./shared/apk-additions";
import { inBrackets, packageCost } from "./shared/package-cost";
import { listed } from "./shared/sentences";

export const secondRuntime: Rule = {
  name: "second-runtime",
  severity: "warning",
  summary: "`apk add` brings a second Python, Node.js, Ruby, PHP or Go beside the image's own",
  why: `The official images of languages bring the language in \`/usr/local\`, built by themselves. Alpine's packages know nothing of it:
\`python3-dev\`, \`py3-numpy\`, \`npm\` or \`php84-gd\` bring Alpine's own Python, Node.js or PHP behind them, in another version often,
and what they install is not seen by the one that runs.

Python in a Node.js image and the like are left alone: there is no other.`,
  related: [],
  fix: "none",
  examples: [
    { before: "FROM python:3.13-alpine\nRUN apk add --no-cache gcc musl-dev python3-dev\n" },
    { before: "FROM node:24-alpine\nRUN apk add --no-cache npm git\n" },
  ],
  leftAlone: [
    {
      why: "the image has no Python of its own",
      text: "FROM node:24-alpine\nRUN apk add --no-cache python3 make g++\n",
    },
    { why: "Alpine's is the only one", text: "FROM alpine:3.24\nRUN apk add --no-cache python3 py3-pip\n" },
  ],
  *check(context) {
    for (const { change, stage, run } of apkAdditions(context)) {
      const root = rootImage(stage);
      const own = root && runtimes[root.image];
      if (!root || !own || run.script.text.includes(own.program)) continue;
      const second = change.names.filter((name) => own.packages.test(plainName(name) ?? ""));
      const [first] = second;
      if (!first) continue;
      const names = second.map(({ name }) => name);
      const size = inBrackets(packageCost(context, stage, change, names));
      const [brings, they, them] = names.length === 1 ? ["brings", "it", "it"] : ["bring", "they", "them"];
      yield {
        span: first.span,
        message: `${listed(names)} ${brings} a second ${own.language}${size}, and the image's own does not see what ${they} ${names.length === 1 ? "installs" : "install"}. Leave ${them} out, and use ${own.instead}.`,
      };
    }
  },
};

interface Runtime {
  readonly language: string;
  /** Packages that are or need Alpine's own. */
  readonly packages: RegExp;
  /** The path of Alpine's own program: who calls it by that wants it. */
  readonly program: string;
  readonly instead: string;
}

const runtimes: Readonly<Record<string, Runtime>> = {
  python: {
    language: "Python",
    packages: /^(python3(-dev|-pip|-venv)?|py3-.+)$/,
    program: "/usr/bin/python3",
    instead: "the image's python and pip",
  },
  node: {
    language: "Node.js",
    packages: /^(nodejs(-current|-dev)?|npm|yarn)$/,
    program: "/usr/bin/node",
    instead: "the image's node, npm and yarn",
  },
  ruby: { language: "Ruby", packages: /^ruby(-.+)?$/, program: "/usr/bin/ruby", instead: "the image's ruby and gem" },
  php: {
    language: "PHP",
    packages: /^php\d*(-.+)?$/,
    program: "/usr/bin/php",
    instead: "docker-php-ext-install or pecl install",
  },
  golang: { language: "Go", packages: /^go$/, program: "/usr/bin/go", instead: "the image's go" },
};
