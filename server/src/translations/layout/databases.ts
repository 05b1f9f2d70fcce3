import { compareReleases } from "../../facts/releases";
import type { Layout } from "./layout";

export const mariadb: Layout = {
  packages: /^(default-mysql|mysql|mariadb)-(server|client)(-[\d.]+|-core.*)?$/,
  source: "aports, main/mariadb (10.6.9), read 2026-11-27",
  moves: [
    { from: /\/usr\/sbin\/(mysqld|mariadbd)(?![\w-])/g, to: "/usr/bin/$1" },
    { from: /\/etc\/mysql\/my\.cnf\b/g, to: "/etc/my.cnf" },
    // The file of the server itself.
    {
      from: /\/etc\/mysql\/(?:(?:mysql|mariadb)\.)?conf\.d\/(?:mysqld|50-server)\.cnf\b/g,
      to: "/etc/my.cnf.d/mariadb-server.cnf",
    },
    { from: /\/etc\/mysql\/(?:mysql|mariadb)?\.?conf\.d\b/g, to: "/etc/my.cnf.d" },
  ],
};

/** Debian's package makes the database and lets it listen on 127.0.0.1; Alpine's makes none, which would listen on a socket only. */
export const mariadbServer: Layout = {
  packages: /^(default-mysql|mysql|mariadb)-server(-[\d.]+)?$/,
  source: "aports, main/mariadb (10.6.9), read 2026-11-27",
  once: true,
  steps({ all, release, targets }) {
    if (makesDatabase.test(all)) return [];
    const program = compareReleases(release, "3.12") < 0 ? "mysql_install_db" : "mariadb-install-db";
    const address = "bind-address            = 127.0.0.1";
    const server = "/etc/my.cnf.d/mariadb-server.cnf";
    // Who changes the address in my.cnf finds it there.
    const isInMain = /\/etc\/mysql\/my\.cnf/.test(all) && !targets.includes("/etc/mysql/my.cnf");
    return [
      `${program} --user=mysql --datadir=/var/lib/mysql > /dev/null`,
      ...(isInMain
        ? [`sed -i '/^skip-networking/d' ${server}`, `sed -i 's/^\\[mysqld\\]/&\\n${address}/' /etc/my.cnf`]
        : [`sed -i 's/^skip-networking/${address}/' ${server}`]),
    ];
  },
  check: ({ all }) =>
    /root_password/.test(all)
      ? "The password that debconf was given is not set: MariaDB's root comes in through the socket, as the system's root. Set it with `ALTER USER` where others need it."
      : undefined,
};

const makesDatabase = /install[-_]db|--initialize/;

export const redis: Layout = {
  packages: /^redis(-server)?$/,
  source: "aports, main/redis (6.2.13, redis.conf.patch), read 2026-11-27",
  // Its redis.conf puts a socket into a folder that OpenRC makes.
  steps: ({ all }) =>
    /\/etc\/redis\/redis\.conf|\b(service\s+|init\.d\/)redis/.test(all)
      ? ["install -d -o redis -g redis /run/redis"]
      : [],
  moves: [{ from: /\/etc\/redis\/redis\.conf\b/g, to: "/etc/redis.conf" }],
};
