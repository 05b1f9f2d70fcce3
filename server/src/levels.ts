import type { Level } from "./alpinize";

/** How the levels are offered to people, in menus and in the help of the command line. */
export const levelTexts: Record<Level, { readonly title: string; readonly summary: string }> = {
  base: {
    title: "Base image only",
    summary: "FROM gets the Alpine variant of its image. The rest stays, and what will fail is said.",
  },
  packages: {
    title: "Base image and packages",
    summary: "apt-get becomes apk, with the names of packages, users and shells translated.",
  },
  "single-run": {
    title: "Base image, packages, single RUN",
    summary: "Also adds, uses and deletes the build dependencies in one RUN, and keeps the run-time libraries.",
  },
  "multi-stage": {
    title: "Base image, packages, builder stage",
    summary: "Builds in a stage of its own, and copies what it makes and the run-time libraries from it.",
  },
};
