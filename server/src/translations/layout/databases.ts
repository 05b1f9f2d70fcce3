import type { Layout } from "./layout";

export const mariadb: Layout = {
  packages: /^(default-mysql|mysql|mariadb)-(server|client)(-[\d.]+|-core.*)?$/,
  source: "aports, main/mariadb",
  moves: [
    { from: /\/etc\/mysql\/my\.cnf\b/g, to: "/etc/my.cnf" },
    { from: /\/etc\/mysql\/(?:mysql|mariadb)?\.?conf\.d\b/g, to: "/etc/my.cnf.d" },
  ],
};

export const mariadbServer: Layout = {
  packages: /^(default-mysql|mysql|mariadb)-server(-[\d.]+)?$/,
  source: "aports, main/mariadb",
  check: ({ all }) =>
    /install[-_]db|--initialize/.test(all)
      ? undefined
      : "Debian makes the database when it installs the server, Alpine does not, and lets it listen on a socket only. Call `mariadb-install-db` before the first start, and take `skip-networking` out of /etc/my.cnf.d/mariadb-server.cnf.",
};

export const redis: Layout = {
  packages: /^redis(-server)?$/,
  source: "aports, main/redis",
  moves: [{ from: /\/etc\/redis\/redis\.conf\b/g, to: "/etc/redis.conf" }],
};

export const postgresql: Layout = {
  packages: /^postgresql(-\d[\d.]*)?$/,
  source: "aports, main/postgresql-common",
  absent: {
    path: /\/etc\/postgresql\//,
    why: "Alpine's PostgreSQL has its settings in its data folder, which `initdb` makes; /etc/postgresql does not exist there. Call initdb, and change the files in $PGDATA.",
  },
  check: ({ all }) =>
    /\binitdb\b/.test(all)
      ? undefined
      : "Debian makes a database when it installs PostgreSQL, Alpine does not. Call `initdb` before the first start.",
};
