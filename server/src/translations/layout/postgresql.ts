import type { Layout } from "./layout";

/**
 * Debian makes a cluster `main` when the server is installed: data in /var/lib/postgresql/15/main, settings in
 * /etc/postgresql/15/main. The steps make its like, with the settings in both places.
 */
export const postgresql: Layout = {
  packages: /^postgresql(-\d[\d.]*)?$/,
  source: "aports, main/postgresql16 (16.10) and main/postgresql-common, read 2026-11-27",
  once: true,
  movesFor(packages) {
    const series = packages.map((name) => /^postgresql(\d+)$/.exec(name)?.[1]).find((found) => found !== undefined);
    const to = series === undefined ? "/usr/bin" : `/usr/libexec/postgresql${series}`;
    return [{ from: /\/usr\/lib\/postgresql\/(?:\d[\d.]*|\$\{?\w+\}?)\/bin\b/g, to }];
  },
  absent: {
    path: /\/etc\/postgresql(?:\/|-common)/,
    why: "Alpine's PostgreSQL has its settings in its data folder, which `initdb` makes; /etc/postgresql does not exist there. Call initdb, and change the files in $PGDATA.",
    unless: (all) => clusterOf(all) !== undefined && !/\/etc\/postgresql-common/.test(all),
  },
  notCopied: {
    path: /\/etc\/postgresql\/[^/]+\/main(\/?["']?$|\/postgresql\.conf)/,
    why: "Debian's postgresql.conf names folders of its own, and may have settings that Alpine's version refuses. Change single lines of the one that `initdb` makes.",
  },
  steps({ all }) {
    const cluster = clusterOf(all);
    if (cluster === undefined || /\binitdb\b/.test(all)) return [];
    const { data, settings, series } = cluster;
    const hosts = series !== undefined && Number(series) < 14 ? "md5" : "scram-sha-256";
    return [
      `install -d -o postgres -g postgres /run/postgresql /var/log/postgresql ${data}`,
      `su postgres -c 'initdb -D ${data} --auth-local=peer --auth-host=${hosts}'`,
      ...(settings === undefined
        ? []
        : [`mkdir -p ${settings.slice(0, settings.lastIndexOf("/"))}`, `ln -s ${data} ${settings}`]),
      ...(/\/pg_hba\.conf/.test(all)
        ? [
            `sed -i 's/^local  *all  *all .*/local   all             postgres                                peer\\n&/' ${data}/pg_hba.conf`,
          ]
        : []),
    ];
  },
  check: ({ all }) =>
    clusterOf(all) !== undefined || /\binitdb\b/.test(all)
      ? undefined
      : "Debian makes a database when it installs PostgreSQL, Alpine does not. Call `initdb` before the first start.",
};

export interface Cluster {
  /** As Debian numbers it, whatever Alpine's server is. */
  readonly series: string | undefined;
  readonly data: string;
  readonly settings: string | undefined;
}

/** Debian's cluster, where the instructions tell its series; those that name others than `main` have none. */
export function clusterOf(all: string): Cluster | undefined {
  if (/\/(?:etc|var\/lib)\/postgresql\/[^/\s]+\/(?!main\b)\w|\bpg_(?:create|drop|ctl)cluster\b/.test(all))
    return undefined;
  const found = new Set(
    [...all.matchAll(/\/(?:etc|usr\/lib|var\/lib)\/postgresql\/(?:(\d+(?:\.\d+)?)|\$\{?(\w+)\}?)(?=\/)/g)].map(
      ([, literal, name = ""]) => literal ?? seriesIn(name, all),
    ),
  );
  if (found.size === 0) {
    const named = /\bpostgresql-(\d+(?:\.\d+)?)(?![\w.])/.exec(all)?.[1];
    if (named !== undefined) found.add(named);
  }
  // Nothing names a folder of it, so that any will do.
  if (found.size === 0 && /(\bservice\s+|init\.d\/)postgresql\b/.test(all) && !/\/postgresql\//.test(all))
    return { series: undefined, data: "/var/lib/postgresql/main", settings: undefined };
  const [series] = found;
  if (found.size !== 1 || series === undefined) return undefined;
  return {
    series,
    data: `/var/lib/postgresql/${series}/main`,
    settings: `/etc/postgresql/${series}/main`,
  };
}

/** What ENV or ARG gives a variable, when that is a series. */
function seriesIn(name: string, all: string): string | undefined {
  return new RegExp(`\\b${name}[ =]"?(\\d+(?:\\.\\d+)?)(?=["\\s]|$)`, "m").exec(all)?.[1];
}
