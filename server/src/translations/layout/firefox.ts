import type { Layout } from "./layout";

/** Debian's firefox-esr has both names, by which Selenium and scripts call it; Alpine's has its own alone. */
export const firefox: Layout = {
  packages: /^(?:firefox|firefox-esr|iceweasel)$/,
  source: "Alpine's cmd: provides, 3.18; Debian's list of files of firefox-esr",
  once: true,
  steps: ({ packages }) =>
    packages.includes("firefox-esr") && !packages.includes("firefox") ? ["ln -s firefox-esr /usr/bin/firefox"] : [],
};
