import type { Rule } from "./rule";
import { apkAdditions, plainName } from "./shared/apk-additions";

export const packageInTesting: Rule = {
  name: "package-in-testing",
  severity: "error",
  summary: "`apk add` names a package that only edge's testing repository has",
  why: `New packages begin in the repository \`testing\`, which only the moving branch edge has. No release has it enabled, so apk does not
know the name and the build ends. What testing holds is built for the libraries of edge, and may leave it again at any time.`,
  related: [],
  fix: "none",
  examples: [{ before: "FROM alpine:3.24\nRUN apk add --no-cache hping3\n" }],
  leftAlone: [
    {
      why: "testing is asked for",
      text: "FROM alpine:3.24\nRUN apk add --no-cache --repository=https://dl-cdn.alpinelinux.org/alpine/edge/testing hping3\n",
    },
    { why: "the release has it too", text: "FROM alpine:3.24\nRUN apk add --no-cache curl\n" },
  ],
  *check(context) {
    for (const { change, release, repositories } of apkAdditions(context)) {
      if (repositories.unknown || repositories.added.length > 0) continue;
      for (const name of change.names) {
        const plain = plainName(name);
        if (plain === undefined || context.facts.alpine.resolves(plain, release)) continue;
        const { testing, successor, after, before } = context.facts.alpine.whereabouts(plain, release);
        if (!testing || successor || (after !== undefined && before === undefined)) continue;
        yield {
          span: name.span,
          message: `Alpine ${release} has no ${plain}, so the build fails here: only edge's testing repository has it. Use another package, or take it from there in a stage FROM alpine:edge.`,
        };
      }
    }
  },
};
