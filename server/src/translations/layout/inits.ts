import type { Layout } from "./layout";

/** What starts a container's program: both distributions have them in folders of their own. */
export const tini: Layout = {
  packages: /^tini$/,
  source: "aports, community/tini",
  moves: [{ from: /\/usr\/bin\/tini(?![\w-])/g, to: "/sbin/tini" }],
};

export const gosu: Layout = {
  packages: /^gosu$/,
  source: "aports, community/gosu",
  moves: [{ from: /\/usr\/sbin\/gosu(?![\w-])/g, to: "/usr/bin/gosu" }],
};
