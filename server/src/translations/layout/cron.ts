import { cronFolders } from "../cronie";
import type { Layout } from "./layout";

/** Debian's own lines for the folders of scripts (/etc/crontab, bookworm). */
const times: ReadonlyMap<string, string> = new Map([
  ["hourly", "17 * * * *"],
  ["daily", "25 6 * * *"],
  ["weekly", "47 6 * * 7"],
  ["monthly", "52 6 1 * *"],
]);

/**
 * cronie under the name of Debian's cron, for whatever starts it: it takes `-f` too. `-p` lets it read files that may be executed,
 * which Debian's does as well. `crontab` and the folder cron.d are in their places.
 */
export const cron: Layout = {
  packages: /^cron$/,
  source: "cronie 1.7, src/cron.c and src/database.c; aports, community/cronie",
  once: true,
  steps({ packages, stage }) {
    if (!packages.includes("cronie")) return [];
    const used = new Set(cronFolders(stage).map(({ folder }) => folder));
    const scripts = [...times].filter(([folder]) => used.has(folder));
    const lines = scripts.map(([folder, time]) => `'${time} root cd / && run-parts /etc/cron.${folder}'`);
    return [
      `printf '%s\\n' '#!/bin/sh' 'exec crond -p "$@"' > /usr/sbin/cron`,
      "chmod +x /usr/sbin/cron",
      ...(scripts.length > 0
        ? [
            `mkdir -p ${scripts.map(([folder]) => `/etc/cron.${folder}`).join(" ")}`,
            `printf '%s\\n' PATH=/usr/local/sbin:/usr/local/bin:/sbin:/bin:/usr/sbin:/usr/bin ${lines.join(" ")} > /etc/crontab`,
          ]
        : []),
    ];
  },
};
