import type { Layout } from "./layout";

/** What Debian's package holds: the newest commit of the script, of 2020 (read on 2026-11-27). */
const script =
  "https://raw.githubusercontent.com/vishnubob/wait-for-it/81b1373f17855a4dc21156cfe1694c31d7d1792e/wait-for-it.sh";

/** A single script, which Debian has as a package. */
export const waitForIt: Layout = {
  packages: /^wait-for-it$/,
  source: "vishnubob/wait-for-it, README.md",
  steps: () => [`wget -qO /usr/bin/wait-for-it ${script}`, "chmod +x /usr/bin/wait-for-it"],
  once: true,
};
