import { callsOf } from "../model/calls";
import { sourceSpan } from "../model/run";
import type { Span } from "../text/edits";
import { cronFolders, handsOverFolder, usesCronie } from "../translations/cronie";
import { takesJobs } from "../translations/renamed-programs";
import type { Hazard, Hit, Place } from "./hazard";
import { mayHave } from "./packages-there";

export const cronOfDebian: Hazard = {
  name: "cron-of-debian",
  severity: "error",
  summary: "Debian's cron is started, or its folders are used",
  why: `Alpine's cron is busybox's \`crond\`: it is called \`crond\`, reads one file per user below \`/etc/crontabs\` (\`crontab FILE\` writes it),
and knows neither \`/etc/cron.d\` nor the column with the user's name. Start it with \`crond -f -l 2\`, and put the lines into
\`/etc/crontabs/root\`. Scripts go to \`/etc/periodic/daily\` and the like in place of \`/etc/cron.daily\`.

With \`apk add cronie\` or \`dcron\`, which read \`/etc/cron.d\` too, nothing is said of the folders. A conversion takes cronie where jobs are put into
them, unless they count on \`/etc/environment\`, which cronie does not read.`,
  related: [],
  examples: [
    {
      before:
        'FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y cron\nCOPY jobs /var/spool/cron/crontabs/app\nCMD ["cron", "-f"]\n',
    },
    { before: 'FROM alpine:3.24\nCMD ["cron", "-f"]\n' },
  ],
  leftAlone: [
    { why: "it is busybox's", text: 'FROM alpine:3.24\nCOPY jobs /etc/crontabs/root\nCMD ["crond", "-f"]\n' },
    { why: "the program only has cron in its name", text: 'FROM alpine:3.24\nCMD ["supercronic", "/etc/crontab"]\n' },
    {
      why: "`crontab` hands the file over",
      text: 'FROM alpine:3.24\nCOPY jobs /etc/cron.d/jobs\nRUN crontab /etc/cron.d/jobs\nCMD ["crond", "-f"]\n',
    },
  ],
  *find(place): Iterable<Hit> {
    // A conversion calls it by busybox's name where that reads the jobs.
    if (!place.onAlpine && usesCronie(place)) return;
    const [start] = !place.onAlpine && takesJobs(place.stage) ? [] : startsOf(place);
    if (start) {
      yield {
        span: start,
        message:
          "Alpine's cron is `crond`, which reads /etc/crontabs and no /etc/cron.d. Put the lines into /etc/crontabs/root, without the user's name, and start `crond -f`.",
      };
    }
    const folder = cronFolders(place.stage).find((one) => one.folder === "d");
    const isHandedOver = [...place.stage.runs, ...place.stage.starts].flatMap(callsOf).some(handsOverFolder);
    if (!folder || start || isHandedOver || (place.onAlpine && mayHave(place, "cronie", "dcron", "fcron"))) return;
    yield {
      span: folder.span,
      message:
        "Alpine's `crond` does not read /etc/cron.d. Put the lines into /etc/crontabs/root, without the user's name.",
    };
  },
};

/** Where a container, or a RUN, starts Debian's cron. */
function startsOf({ stage }: Place): readonly Span[] {
  return stage.starts
    .flatMap(callsOf)
    .filter(({ name, program }) => name === "cron" && !program.startsWith("./"))
    .map(({ nameSpan, within }) => sourceSpan(within, nameSpan));
}
