import { callsOf } from "../model/calls";
import { sourceSpan } from "../model/run";
import type { Span } from "../text/edits";
import { handsOverJobs } from "../translations/renamed-programs";
import type { Hazard, Hit, Place } from "./hazard";
import { mayHave } from "./packages-there";

export const cronOfDebian: Hazard = {
  name: "cron-of-debian",
  severity: "error",
  summary: "Debian's cron is started, or its folders are used",
  why: `Alpine's cron is busybox's \`crond\`: it is called \`crond\`, reads one file per user below \`/etc/crontabs\` (\`crontab FILE\` writes it),
and knows neither \`/etc/cron.d\` nor the column with the user's name. Start it with \`crond -f -l 2\`, and put the lines into
\`/etc/crontabs/root\`. Scripts go to \`/etc/periodic/daily\` and the like in place of \`/etc/cron.daily\`.

With \`apk add cronie\` or \`dcron\`, which read \`/etc/cron.d\` too, nothing is said of the folders.`,
  related: [],
  examples: [
    {
      before:
        'FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y cron\nCOPY jobs /etc/cron.d/jobs\nCMD ["cron", "-f"]\n',
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
    const [start] = !place.onAlpine && handsOverJobs(place.stage) ? [] : startsOf(place);
    if (start) {
      yield {
        span: start,
        message:
          "Alpine's cron is `crond`, which reads /etc/crontabs and no /etc/cron.d. Put the lines into /etc/crontabs/root, without the user's name, and start `crond -f`.",
      };
    }
    const folder = foldersOf(place)[0];
    if (!folder || start || handsOver(place) || (place.onAlpine && mayHave(place, "cronie", "dcron", "fcron"))) return;
    yield {
      span: folder,
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

/** What is copied or written to /etc/cron.d. */
function foldersOf({ stage }: Place): readonly Span[] {
  const copies = stage.instructions.flatMap(({ name, json, words }) => {
    const target = (json ?? words).at(-1);
    return /^(COPY|ADD)$/.test(name) && target && isFolder(target.value) ? [target.span] : [];
  });
  const writes = stage.runs.flatMap(callsOf).flatMap(({ name, args, command, within }) => {
    const target = /^(cp|mv|ln|install|tee)$/.test(name) ? args.at(-1) : undefined;
    const words = [
      ...(target ? [target] : []),
      ...command.redirects.flatMap((redirect) => (/>/.test(redirect.operator) && redirect.target) || []),
    ];
    return words.filter(({ value }) => isFolder(value)).map(({ span }) => sourceSpan(within, span));
  });
  return [...copies, ...writes].sort((a, b) => a.start - b.start);
}

function isFolder(path: string): boolean {
  return /^\/etc\/cron\.d(\/|$)/.test(path);
}

/** `crontab /etc/cron.d/jobs`. */
function handsOver({ stage }: Place): boolean {
  return [...stage.runs, ...stage.starts]
    .flatMap(callsOf)
    .some(({ name, args }) => name === "crontab" && args.some(({ value }) => isFolder(value)));
}
