import { compareVersions } from "../facts/apk-version";
import type { Rule } from "./rule";
import { apkAdditions, plainName, renaming } from "./shared/apk-additions";

export const exactPackageVersion: Rule = {
  name: "exact-package-version",
  severity: "information",
  summary: "`apk add` pins a package to one build, which Alpine deletes",
  why: `A release of Alpine keeps one build of each package. When there is a newer one, for a security fix most often, the old one is deleted,
and a Dockerfile that asks for \`curl=8.9.1-r1\` can no longer be built. \`curl~8.9\` takes every build of 8.9; the release in the tag of
the image keeps the version stable enough for most uses. To build the very same image again, keep the image.`,
  related: ["hadolint DL3018"],
  fix: "review",
  examples: [
    {
      before: "FROM alpine:3.24\nRUN apk add --no-cache curl=8.17.0-r2 git\n",
      after: "FROM alpine:3.24\nRUN apk add --no-cache curl~8.17 git\n",
    },
    {
      before: 'FROM alpine:3.24\nRUN apk add --no-cache "openssl==3.5.4-r0"\n',
      after: 'FROM alpine:3.24\nRUN apk add --no-cache "openssl~3.5"\n',
    },
  ],
  leftAlone: [
    { why: "any build of the series will do", text: "FROM alpine:3.24\nRUN apk add --no-cache curl~8.17 git~=2.52\n" },
    { why: "only a lowest version is asked for", text: "FROM alpine:3.24\nRUN apk add --no-cache 'curl>=8.0'\n" },
    {
      why: "it is taken from a repository of its own",
      text: "FROM alpine:3.24\nRUN apk add --no-cache -X https://example.com/apk tool=1.0.0-r0\n",
    },
  ],
  *check(context) {
    for (const { change, release, repositories } of apkAdditions(context)) {
      if (repositories.unknown || repositories.added.length > 0) continue;
      for (const name of change.names) {
        const plain = plainName(name);
        const [, pin = "", version = ""] = /^[^<>=~]+(={1,2}([0-9][^@]*))$/.exec(name.name) ?? [];
        if (plain === undefined || version === "") continue;
        const series = /^\d+(?:\.\d+)?/.exec(version)?.[0] ?? version;
        const known = context.facts.alpine.version(plain, release);
        const gone = known !== undefined && compareVersions(version, known.version) < 0;
        const why = gone
          ? `Alpine ${release} has had ${plain} ${known.version} since ${known.date} at the latest, and deletes older builds: this one can no longer be had.`
          : `Alpine deletes ${plain} ${version} once it has a newer build, and the build fails then.`;
        const wanted = gone ? (/^\d+(?:\.\d+)?/.exec(known.version)?.[0] ?? series) : series;
        const edit = renaming(context.build.file.text, name, pin, `~${wanted}`);
        yield {
          span: name.span,
          message: `${why} Ask for the series: \`${plain}~${wanted}\`.`,
          ...(gone && { severity: "error" as const }),
          ...(edit && { fix: () => ({ title: `Take any build of ${wanted}`, edits: [edit] }) }),
        };
      }
    }
  },
};
