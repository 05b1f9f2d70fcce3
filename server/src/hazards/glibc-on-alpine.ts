import { compareReleases } from "../facts/releases";
import { callsOf } from "../model/calls";
import { downloadsOf } from "../model/downloads";
import { alpineRelease } from "../model/platform";
import type { Hazard, Hit } from "./hazard";

export const glibcOnAlpine: Hazard = {
  name: "glibc-on-alpine",
  severity: "warning",
  summary: "glibc is installed on Alpine",
  why: `The package of alpine-pkg-glibc puts a second C library beside musl. Programs for glibc start with it, but every library they load
must be one for glibc too, which Alpine has not; it is not maintained any more, and its author advises to use \`debian:*-slim\`. On Alpine
3.16 and newer, versions before 2.35-r1 do not even install without \`--force-overwrite\`, as \`/etc/nsswitch.conf\` is Alpine's own there.

For one small program, \`apk add gcompat\` may do. For more, take a slim Debian image: with glibc, Alpine is hardly smaller.`,
  related: [],
  examples: [
    {
      before:
        "FROM alpine:3.14\nRUN wget https://github.com/sgerrand/alpine-pkg-glibc/releases/download/2.35-r1/glibc-2.35-r1.apk && apk add --allow-untrusted glibc-2.35-r1.apk\n",
    },
    {
      before:
        "FROM alpine:3.24\nADD https://github.com/sgerrand/alpine-pkg-glibc/releases/download/2.34-r0/glibc-2.34-r0.apk /tmp/\nRUN apk add --allow-untrusted /tmp/glibc-2.34-r0.apk\n",
    },
  ],
  leftAlone: [
    { why: "gcompat is Alpine's own", text: "FROM alpine:3.24\nRUN apk add --no-cache gcompat\n" },
    {
      why: "only the key is fetched",
      text: "FROM alpine:3.24\nADD https://alpine-pkgs.sgerrand.com/sgerrand.rsa.pub /etc/apk/keys/\n",
    },
  ],
  *find({ stage, onAlpine, facts }): Iterable<Hit> {
    if (!onAlpine) return;
    // Of images that are not known, nobody can say whether apk refuses it.
    const release = alpineRelease(stage, facts);
    const package_ = downloadsOf(stage).find(({ url }) =>
      /alpine-pkg-glibc\/.*(\.apk|\$)|\/glibc-[\d.]+-r\d+\.apk/.test(url),
    );
    if (!package_) return;
    const forced = stage.runs
      .flatMap(callsOf)
      .some(({ args }) => args.some(({ value }) => value === "--force-overwrite" || value === "--force"));
    // From 2.35-r1 on, it no longer brings /etc/nsswitch.conf, which Alpine 3.16 has as well.
    const [, version] = /\/(\d[\d.]*-r\d+)\//.exec(package_.url) ?? [];
    const isOld = version !== undefined && version !== "2.35-r1";
    const fails = isOld && release !== undefined && compareReleases(release, "3.16") >= 0 && !forced;
    yield {
      span: package_.span,
      message: fails
        ? `Alpine ${release} has /etc/nsswitch.conf of its own, which this glibc brings too, so \`apk add\` refuses it. Use a slim Debian image, or \`gcompat\` for a single small program.`
        : "This glibc is not maintained any more, and nothing of Alpine's works with it. Use a slim Debian image, or `gcompat` for a single small program.",
      severity: fails ? "error" : "warning",
    };
  },
};
