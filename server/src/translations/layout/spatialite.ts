import type { Layout } from "./layout";

/**
 * SQLite is told to load `mod_spatialite`, and looks for the file without a version. Debian's package has both names, Alpine's has the
 * other one in the package with the headers.
 */
export const spatialite: Layout = {
  packages: /^libsqlite3-mod-spatialite$/,
  source:
    "Alpine's index (so:mod_spatialite.so.7 of libspatialite); abuild, which moves links without a version to -dev",
  once: true,
  steps: () => [
    `{ [ -e /usr/lib/mod_spatialite.so ] || ln -s "$(ls /usr/lib/mod_spatialite.so.* | head -n 1)" /usr/lib/mod_spatialite.so; }`,
  ],
};
