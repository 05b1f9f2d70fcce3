import type { Layout } from "./layout";

/** Debian keeps several series of Go beside each other, Alpine has one. */
export const go: Layout = {
  packages: /^golang(-[\d.]+)?(-go)?$/,
  source: "aports, community/go (GOROOT_FINAL), read 2026-11-27",
  moves: [{ from: /\/usr\/(?:lib|share)\/go-\d+\.\d+(?![\w.])/g, to: "/usr/lib/go" }],
};
