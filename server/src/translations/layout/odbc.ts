import type { Layout } from "./layout";
import { textOfStage } from "./texts";

const enter = (name: string, library: string) =>
  `printf '%s\\n' '[${name}]' 'Driver = ${library}' >> /etc/odbcinst.ini`;

/**
 * Debian's packages of ODBC's drivers enter them into /etc/odbcinst.ini when they are installed, so that programs find them by their
 * names; Alpine's do not.
 */
const drivers: readonly { readonly packages: RegExp; readonly entries: readonly (readonly [string, string])[] }[] = [
  { packages: /^tdsodbc$/, entries: [["FreeTDS", "libtdsodbc.so.0"]] },
  {
    packages: /^odbc-postgresql$/,
    entries: [
      ["PostgreSQL ANSI", "psqlodbca.so"],
      ["PostgreSQL Unicode", "psqlodbcw.so"],
    ],
  },
];

export const odbc: readonly Layout[] = drivers.map(({ packages, entries }) => ({
  packages,
  source:
    "Debian's tdsodbc and odbc-postgresql (odbcinst.ini in /usr/share), from memory; the sonames by Alpine's index",
  once: true,
  steps: ({ stage }) =>
    entries.flatMap(([name, library]) => (textOfStage(stage).includes(`[${name}]`) ? [] : [enter(name, library)])),
}));
