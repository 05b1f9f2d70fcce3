import { RunRewrite } from "../conversion/run-rewrite";
import type { Build } from "../model/build";
import type { TextEdit } from "../text/edits";
import { addNoCache } from "./apk-cache-kept";
import type { Rule } from "./rule";
import { type NeedlessUpdate, needlessUpdates } from "./shared/apk-updates";

export const needlessApkUpdate: Rule = {
  name: "needless-apk-update",
  severity: "warning",
  summary: "`apk update` where `apk add --no-cache` fetches the index itself",
  why: `\`apk update\` writes the index of each repository to \`/var/cache/apk\`, about 2 MB, and the layer keeps it. \`apk add
--no-cache\` fetches the index itself, always the newest one, and keeps nothing: the update before it only costs time and space.

The fix takes the update out and gives \`--no-cache\` to each \`apk add\` behind it that relied on it. Nothing is reported
when something else may use the index, such as \`apk search\` or a script that runs later.`,
  related: ["hadolint DL3019"],
  fix: "safe",
  examples: [
    {
      before: "FROM alpine:3.24\nRUN apk update && apk add curl\n",
      after: "FROM alpine:3.24\nRUN apk add --no-cache curl\n",
    },
    {
      before: "FROM alpine:3.24\nRUN apk update\nRUN apk add --no-cache curl git\n",
      after: "FROM alpine:3.24\nRUN apk add --no-cache curl git\n",
    },
  ],
  leftAlone: [
    {
      why: "`apk search` reads the index",
      text: "FROM alpine:3.24\nRUN apk update && apk search -q curl && apk add --no-cache curl\n",
    },
    {
      why: "a script that runs later may need the index",
      text: "FROM alpine:3.24\nRUN apk update\nRUN ./install.sh && apk add --no-cache curl\n",
    },
  ],
  *check({ build }) {
    for (const update of needlessUpdates(build)) {
      const message =
        update.relying.length === 0
          ? "`apk add --no-cache` fetches the index itself, so this update only leaves about 2 MB in the layer. Remove it."
          : "This update leaves apk's index in the layer, about 2 MB. Remove it and use `apk add --no-cache`, which fetches the index itself.";
      yield {
        span: update.change.span,
        message,
        fix: () => ({
          title: update.relying.length === 0 ? "Remove apk update" : "Remove apk update, add --no-cache",
          edits: [...removal(build, update), ...update.relying.map(({ run, change }) => addNoCache(run, change))],
        }),
      };
    }
  },
};

function removal(build: Build, { run, change }: NeedlessUpdate): TextEdit[] {
  const rewrite = new RunRewrite(build.file, run);
  rewrite.remove(change.call.command.step);
  return rewrite.toEdits();
}
