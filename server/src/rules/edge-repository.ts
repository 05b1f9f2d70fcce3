import { apkCall } from "../model/apk-call";
import { sourceSpan } from "../model/run";
import type { TextEdit } from "../text/edits";
import type { Rule } from "./rule";
import { type Addition, apkAdditions, plainName } from "./shared/apk-additions";
import { readRepository } from "./shared/apk-repositories";
import { listed } from "./shared/sentences";

export const edgeRepository: Rule = {
  name: "edge-repository",
  severity: "warning",
  summary: "A release of Alpine takes packages from edge that it has itself",
  why: `Edge moves every day. Its packages are linked to libraries that a release has in other versions, so they may not start, pull in half
of edge behind them, or break with the next build. Many files added edge for a package that has long been in the release.

Where the release does not have the package, edge may be the only way; that is left alone.`,
  related: [],
  fix: "review",
  examples: [
    {
      before:
        "FROM alpine:3.24\nRUN apk add --no-cache --repository=https://dl-cdn.alpinelinux.org/alpine/edge/testing gosu\n",
      after: "FROM alpine:3.24\nRUN apk add --no-cache gosu\n",
    },
    {
      before:
        "FROM alpine:3.24\nRUN echo https://dl-cdn.alpinelinux.org/alpine/edge/community >> /etc/apk/repositories \\\n  && apk add --no-cache ffmpeg\n",
    },
  ],
  leftAlone: [
    {
      why: "the release does not have it",
      text: "FROM alpine:3.24\nRUN apk add --no-cache -X https://dl-cdn.alpinelinux.org/alpine/edge/testing hping3\n",
    },
    {
      why: "the image is edge itself",
      text: "FROM alpine:edge\nRUN apk add --no-cache -X https://dl-cdn.alpinelinux.org/alpine/edge/testing curl\n",
    },
  ],
  *check(context) {
    for (const addition of apkAdditions(context)) {
      const { change, release, repositories } = addition;
      if (repositories.unknown || !repositories.added.some((one) => readRepository(one)?.branch === "edge")) continue;
      const names = change.names.flatMap((name) => plainName(name) ?? []);
      const all = names.length === change.names.length && names.length > 0 && change.unknown.length === 0;
      if (!all || !names.every((name) => context.facts.alpine.resolves(name, release))) continue;
      const edits = withoutEdge(addition, context.build.file.text);
      yield {
        span: change.span,
        message: `Alpine ${release} itself has ${listed(names)}, and what edge has is built for newer libraries and may not run here. Leave edge's repository out.`,
        ...(edits && { fix: () => ({ title: "Take them from the release", edits }) }),
      };
    }
  },
};

/** The options of the call that name edge go; undefined when its repositories come from elsewhere. */
function withoutEdge({ run, change, repositories }: Addition, text: string): TextEdit[] | undefined {
  const options = apkCall(change.call)?.options ?? [];
  const edits: TextEdit[] = [];
  for (const [index, { value, span }] of options.entries()) {
    const [option, inline] = value.split("=", 2);
    if (option !== "--repository" && option !== "-X") continue;
    const address = inline ?? options[index + 1]?.value ?? "";
    if (readRepository(address)?.branch !== "edge") continue;
    const last = inline === undefined ? options[index + 1]?.span : span;
    const { start, end } = sourceSpan(run, { start: span.start, end: last?.end ?? span.end });
    if (/[\r\n]/.test(text.slice(start, end))) return undefined;
    const gap = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    edits.push({ span: { start: start - gap, end }, newText: "" });
  }
  const named = repositories.added.filter((one) => readRepository(one)?.branch === "edge").length;
  return edits.length === named ? edits : undefined;
}
