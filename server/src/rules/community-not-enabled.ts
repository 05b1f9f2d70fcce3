import type { Rule } from "./rule";
import { apkAdditions, plainName } from "./shared/apk-additions";
import { readRepository } from "./shared/apk-repositories";
import { listed } from "./shared/sentences";

export const communityNotEnabled: Rule = {
  name: "community-not-enabled",
  severity: "error",
  summary: "`apk add` names a package of community where only main is enabled",
  why: `Alpine's packages are in two repositories, main and community; the official images have both enabled. A file that writes
\`/etc/apk/repositories\` anew with main alone takes community away, and apk no longer knows three quarters of the names.`,
  related: [],
  fix: "none",
  examples: [
    {
      before:
        "FROM alpine:3.24\nRUN echo https://dl-cdn.alpinelinux.org/alpine/v3.24/main > /etc/apk/repositories \\\n  && apk add --no-cache ffmpeg\n",
    },
  ],
  leftAlone: [
    {
      why: "community is written too",
      text: "FROM alpine:3.24\nRUN echo https://dl-cdn.alpinelinux.org/alpine/v3.24/main > /etc/apk/repositories \\\n  && echo https://dl-cdn.alpinelinux.org/alpine/v3.24/community >> /etc/apk/repositories \\\n  && apk add --no-cache ffmpeg\n",
    },
    { why: "the image has both", text: "FROM alpine:3.24\nRUN apk add --no-cache ffmpeg\n" },
    {
      why: "the package is in main",
      text: "FROM alpine:3.24\nRUN echo https://dl-cdn.alpinelinux.org/alpine/v3.24/main > /etc/apk/repositories && apk add --no-cache curl\n",
    },
  ],
  *check(context) {
    for (const { change, release, repositories } of apkAdditions(context)) {
      const { added, keepsOwn, unknown } = repositories;
      if (unknown || keepsOwn || added.some((one) => readRepository(one)?.repository !== "main")) continue;
      const lacking = change.names.filter((name) => {
        const plain = plainName(name);
        return plain !== undefined && context.facts.alpine.package(plain, release)?.repository === "community";
      });
      const [first] = lacking;
      if (!first) continue;
      const names = listed(lacking.map(({ name }) => name));
      const are = lacking.length === 1 ? "is" : "are";
      yield {
        span: first.span,
        message: `${names} ${are} in Alpine's community repository, but /etc/apk/repositories names main only, so the build fails here. Write the address of community into it too.`,
      };
    }
  },
};
