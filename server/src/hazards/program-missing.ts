import type { Instruction } from "../dockerfile/types";
import { compareReleases } from "../facts/releases";
import type { Stage } from "../model/build";
import { type Call, callsOf, isScript } from "../model/calls";
import { chain } from "../model/layers";
import { alpineRelease, rootImage } from "../model/platform";
import { sourceSpan } from "../model/run";
import type { Span } from "../text/edits";
import { addPackages } from "./add-packages";
import type { Hazard, Hit, Place } from "./hazard";
import { mayHaveBefore } from "./packages-there";

export const programMissing: Hazard = {
  name: "program-missing",
  severity: "error",
  summary: "A program is called that Alpine's image does not have",
  why: `Debian's full images have curl, git and bash; Alpine's have busybox, and of the rest only what their programs need. A RUN that calls
such a program stops the build (\`curl: not found\`); a container with it in CMD or ENTRYPOINT does not start; a HEALTHCHECK that calls it fails each time, so that the
container is *unhealthy* although it works. For a health check busybox's \`wget -q --spider URL\` does what \`curl -f\` does.

Told are programs that come with a package of their own and that nothing else brings, in images whose contents are known.`,
  related: [],
  fixable: true,
  examples: [
    {
      before: 'FROM node:22-alpine\nHEALTHCHECK CMD curl -f http://localhost:3000/ || exit 1\nCMD ["node", "app.js"]\n',
      after:
        'FROM node:22-alpine\nRUN apk add --no-cache curl\nHEALTHCHECK CMD curl -f http://localhost:3000/ || exit 1\nCMD ["node", "app.js"]\n',
    },
    {
      before: "FROM alpine:3.24\nRUN apk add --no-cache jq\nRUN git clone https://example.com/a.git\n",
      after: "FROM alpine:3.24\nRUN apk add --no-cache jq git\nRUN git clone https://example.com/a.git\n",
    },
    {
      before: 'FROM python:3.13-alpine\nENTRYPOINT ["/bin/bash", "/start.sh"]\n',
      after: 'FROM python:3.13-alpine\nRUN apk add --no-cache bash\nENTRYPOINT ["/bin/bash", "/start.sh"]\n',
    },
  ],
  leftAlone: [
    {
      why: "its package is installed",
      text: "FROM node:22-alpine\nRUN apk add --no-cache curl\nHEALTHCHECK CMD curl -f http://localhost:3000/\n",
    },
    { why: "busybox has it", text: "FROM alpine:3.24\nHEALTHCHECK CMD wget -q --spider http://localhost/\n" },
    { why: "the image has it", text: "FROM php:8.3-fpm-alpine\nRUN curl -fsSLO https://example.com/a.tar.gz\n" },
    {
      why: "it is copied in",
      text: 'FROM alpine:3.24\nCOPY --from=busybox /bin/ /usr/local/bin/\nCOPY tini /usr/bin/\nENTRYPOINT ["tini", "--"]\n',
    },
    { why: "it is only asked for", text: "FROM alpine:3.24\nRUN if command -v git; then git --version; fi\n" },
    { why: "nobody knows what the image has", text: "FROM example/tools:alpine\nRUN git --version\n" },
  ],
  *find(place): Iterable<Hit> {
    const { stage, onAlpine } = place;
    if (!onAlpine || !isKnown(place)) return;
    const told = new Set<string>();
    for (const { name, span, instruction, keyword } of usesIn(stage)) {
      const packages = programs.get(name);
      const isStart = keyword !== "RUN" && keyword !== "SHELL";
      const before = isStart ? Number.POSITIVE_INFINITY : instruction.span.end;
      if (!packages || told.has(name) || isThere(name, packages, before, place)) continue;
      told.add(name);
      const [wanted = name] = packages;
      yield {
        span,
        message: `Alpine's image has no ${name}, so ${consequence(keyword)}. ${wayOut(name, wanted, keyword)}`,
        fix: () => addPackages(place, [wanted], isStart ? undefined : instruction.span.start),
      };
    }
  },
};

/** A program that is called for sure, where it is called. */
interface Use {
  readonly name: string;
  readonly span: Span;
  readonly instruction: Instruction;
  /** RUN, SHELL, CMD, ENTRYPOINT or HEALTHCHECK. */
  readonly keyword: string;
}

function usesIn({ instructions, runs, starts }: Stage): readonly Use[] {
  const calls = [...runs, ...starts].flatMap((run) =>
    callsOf(run)
      .filter((call) => !isOnlyTried(call))
      .map(({ name, nameSpan, within }) => ({
        name,
        span: sourceSpan(within, nameSpan),
        instruction: run.instruction,
        keyword: run.command.name,
      })),
  );
  // The shell of a JSON form is no command of the text it reads.
  const shells = instructions.flatMap((instruction): Use[] => {
    const { name: keyword, json } = instruction.trigger ?? instruction;
    const [program] = json ?? [];
    const isCall =
      /^(RUN|SHELL|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword) && /^(\/usr)?(\/bin\/)?bash$/.test(program?.value ?? "");
    return program && isCall ? [{ name: "bash", span: program.span, instruction, keyword }] : [];
  });
  return [...calls, ...shells].sort((one, other) => one.span.start - other.span.start);
}

/** Programs, and the packages that have them; the first is to be added. */
const programs: ReadonlyMap<string, readonly string[]> = new Map([
  ["bash", ["bash"]],
  ["curl", ["curl"]],
  ["dumb-init", ["dumb-init"]],
  ["envsubst", ["gettext-envsubst", "gettext"]],
  ["git", ["git"]],
  ["gpg", ["gnupg", "gpg"]],
  ["jq", ["jq"]],
  ["openssl", ["openssl"]],
  ["rsync", ["rsync"]],
  ["socat", ["socat"]],
  ["ssh-keygen", ["openssh-keygen", "openssh"]],
  ["ssh-keyscan", ["openssh-client-common", "openssh-client", "openssh"]],
  ["su-exec", ["su-exec"]],
  ["sudo", ["sudo"]],
  ["tini", ["tini"]],
]);

/** Images whose packages the tables know in full, on releases whose dependencies are known well enough. */
function isKnown({ stage, facts }: Place): boolean {
  const release = alpineRelease(stage, facts);
  const isListed = /^(alpine|python|node|ruby|golang|php|rust)$/.test(rootImage(stage)?.image ?? "");
  return isListed && release !== undefined && compareReleases(release, "3.12") >= 0;
}

/** `command -v git`, `git ... || ...`. */
function isOnlyTried({ command, within }: Call): boolean {
  return (
    command.conditional || within.host?.conditional === true || /^(command|which|type|hash|exec)$/.test(command.name)
  );
}

function isThere(name: string, packages: readonly string[], before: number, place: Place): boolean {
  if (mayHaveBefore(place, before, ...packages)) return true;
  return chain(place.stage).some(
    ({ instructions, runs }) =>
      instructions.some(({ name: keyword, span, args }) => span.start < before && mayCopy(name, keyword, args.text)) ||
      runs.some((one) => one.instruction.span.start < before && callsOf(one).some((call) => mayInstall(name, call))),
  );
}

/** By its name, or within a folder of programs. */
function mayCopy(name: string, keyword: string, text: string): boolean {
  return (
    /^(COPY|ADD)$/.test(keyword) &&
    (new RegExp(`(^|[/\\s"])${name}\\b`).test(text) ||
      /\/s?bin\/?["\]\s]*$|\s"?\/(usr\/?(local\/?)?)?["\]\s]*$/.test(text))
  );
}

/** A script, a Makefile, or what writes a file of that name. */
function mayInstall(name: string, call: Call): boolean {
  return isScript(call) || call.args.some(({ value }) => new RegExp(`(^|[/=])${name}\\b`).test(value));
}

function consequence(keyword: string): string {
  if (keyword === "HEALTHCHECK") return "this check fails each time";
  if (keyword === "SHELL") return "each RUN behind this fails";
  return keyword === "RUN" ? "the build fails here" : "the container does not start";
}

function wayOut(name: string, wanted: string, keyword: string): string {
  if (name === "curl" && keyword === "HEALTHCHECK") return "Add `curl`, or use busybox's `wget -q --spider`.";
  return `Add \`${wanted}\`${/^(RUN|SHELL)$/.test(keyword) ? " before it" : ""}.`;
}
