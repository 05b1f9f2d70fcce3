import type { NameElsewhere } from "../facts/types";
import type { Found, Rule } from "./rule";
import { apkAdditions, plainName, renaming } from "./shared/apk-additions";
import { listed } from "./shared/sentences";

export const packageOfAnotherRelease: Rule = {
  name: "package-of-another-release",
  severity: "error",
  summary: "`apk add` names a package that this Alpine release does not have any more, or not yet",
  why: `Packages come and go with Alpine's releases: they get other names, other versions, or nobody to look after them. apk refuses the
whole line for one name it does not know, so a Dockerfile that worked on one release ends on the next.

\`FROM alpine\` and tags such as \`3-alpine\` move on to each new release; a tag that names the release (\`alpine:3.24\`) does not.`,
  related: [],
  fix: "review",
  examples: [
    {
      before: "FROM alpine:3.24\nRUN apk add --no-cache nodejs nodejs-npm\n",
      after: "FROM alpine:3.24\nRUN apk add --no-cache nodejs npm\n",
    },
    {
      before: "FROM alpine:3.24\nRUN apk add --no-cache postgresql13-client\n",
      after: "FROM alpine:3.24\nRUN apk add --no-cache postgresql16-client\n",
    },
    { before: "FROM alpine:3.24\nRUN apk add --no-cache python\n" },
    { before: "FROM alpine:3.20\nRUN apk add --no-cache gosu\n" },
  ],
  leftAlone: [
    { why: "the release has it", text: "FROM alpine:3.22\nRUN apk add --no-cache gosu\n" },
    {
      why: "it is taken from another release's repository",
      text: "FROM alpine:3.24\nRUN apk add --no-cache -X https://dl-cdn.alpinelinux.org/alpine/v3.18/main libssl1.1\n",
    },
    {
      why: "it is asked for only where it is wanted",
      text: 'FROM alpine:3.24\nRUN if [ -n "$OLD" ]; then apk add --no-cache nodejs-npm; fi\n',
    },
  ],
  *check(context) {
    const { facts, build } = context;
    for (const { change, release, repositories, isSure } of apkAdditions(context)) {
      if (repositories.unknown || repositories.added.length > 0 || !isSure) continue;
      for (const name of change.names) {
        const plain = plainName(name);
        if (plain === undefined || facts.alpine.resolves(plain, release)) continue;
        const elsewhere = facts.alpine.whereabouts(plain, release);
        const message = describe(plain, release, elsewhere);
        if (message === undefined) continue;
        const packages = elsewhere.successor?.packages ?? [];
        const edit = packages.length > 0 ? renaming(build.file.text, name, plain, packages.join(" ")) : undefined;
        const found: Found = { span: name.span, message };
        yield edit ? { ...found, fix: () => ({ title: `Use ${listed(packages)}`, edits: [edit] }) } : found;
      }
    }
  },
};

/** Undefined when nothing is known of the name. */
function describe(
  name: string,
  release: string,
  { before, after, successor, testing }: NameElsewhere,
): string | undefined {
  const fails = "so the build fails here";
  if (after !== undefined && before === undefined && !successor?.packages.length)
    return `Alpine ${release} does not have ${name} yet, ${fails}. It is there from ${after} on.`;
  if (successor) {
    const no = before === undefined ? `has no ${name}` : `no longer has ${name}`;
    const what = `Alpine ${release} ${no}, ${fails}: ${successor.why}.`;
    return successor.packages.length > 0 ? `${what} Use ${listed(successor.packages)}.` : what;
  }
  if (before === undefined || testing) return undefined;
  return `Alpine ${release} no longer has ${name}, ${fails}. ${before} is the last release known to have it.`;
}
