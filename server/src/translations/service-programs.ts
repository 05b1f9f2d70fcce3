import { compareReleases } from "../facts/releases";
import { aptInstalled } from "../model/apt-installed";
import { isRoot } from "../model/run";
import { hasApache } from "./apache-tools";
import { usesCronie } from "./cronie";
import { poolPackage, seriesOf } from "./layout/php";
import { clusterOf } from "./layout/postgresql";
import { textOfStage } from "./layout/texts";
import { takesJobs } from "./renamed-programs";
import type { Context } from "./translation";

/** What does what Debian's init script of a service does. */
export interface ServiceProgram {
  readonly start: string;
  /** Where it keeps what it was told only when it ends in good order. */
  readonly stop?: string;
}

interface Service {
  readonly names: RegExp;
  /** The packages of Debian's that bring it; another origin may have another script. */
  readonly packages: RegExp;
  readonly program: (context: Context, all: string) => ServiceProgram | undefined;
}

/**
 * Services whose init script of Debian's only starts the program with its own settings. Where Alpine's settings say something
 * else (rsyslog's files, Postfix), starting the program is not the same.
 */
const services: readonly Service[] = [
  { names: /^sshd?$/, packages: /^(openssh-server|ssh)$/, program: () => ({ start: "/usr/sbin/sshd" }) },
  { names: /^nginx$/, packages: /^nginx(-full|-light|-extras|-core)?$/, program: () => ({ start: "nginx" }) },
  {
    names: /^apache2$/,
    packages: /^(apache2|libapache2-mod-.*)$/,
    program: ({ stage }) => (hasApache(stage) ? { start: "httpd -k start", stop: "httpd -k stop" } : undefined),
  },
  {
    names: /^cron$/,
    packages: /^cron$/,
    program(context) {
      if (usesCronie(context)) return { start: "cron" };
      return takesJobs(context.stage) ? { start: "crond" } : undefined;
    },
  },
  {
    names: /^redis(-server)?$/,
    packages: /^redis(-server)?$/,
    program: () => ({
      start: "su -s /bin/sh redis -c 'redis-server /etc/redis.conf --daemonize yes'",
      stop: "redis-cli shutdown",
    }),
  },
  {
    names: /^memcached$/,
    packages: /^memcached$/,
    program: (_, all) =>
      /memcached\.conf/.test(all) ? undefined : { start: "memcached -d -u memcached -l 127.0.0.1" },
  },
  { names: /^supervisor$/, packages: /^supervisor$/, program: () => ({ start: "supervisord" }) },
  {
    names: /^dbus$/,
    packages: /^dbus(-x11)?$/,
    program: () => ({ start: "mkdir -p /run/dbus && dbus-uuidgen --ensure && dbus-daemon --system" }),
  },
  {
    names: poolPackage,
    packages: poolPackage,
    program({ facts, stage, ...context }) {
      const names = aptInstalled(stage).filter((name) => poolPackage.test(name));
      const answers = names.map((name) => facts.names.toAlpine(name, context));
      const series = seriesOf(answers.flatMap((answer) => (answer.kind === "packages" ? answer.packages : [])));
      return series === undefined || series === "5" ? undefined : { start: `php-fpm${series}` };
    },
  },
  {
    names: /^(mysql|mariadb)$/,
    packages: /^(default-mysql|mysql|mariadb)-server(-[\d.]+)?$/,
    program({ release }) {
      const old = compareReleases(release, "3.12") < 0;
      const admin = old ? "mysqladmin" : "mariadb-admin";
      return {
        start: `{ ${old ? "mysqld_safe" : "mariadbd-safe"} > /dev/null 2>&1 & ${admin} --silent --wait=30 ping; }`,
        stop: `${admin} shutdown`,
      };
    },
  },
  {
    names: /^postgresql$/,
    packages: /^postgresql(-\d[\d.]*)?$/,
    program({ run }, all) {
      const cluster = clusterOf(all);
      if (cluster === undefined || (!isRoot(run.user) && run.user !== "postgres")) return undefined;
      const control = (verb: string) => {
        const said = `pg_ctl ${verb} -w -D ${cluster.data}`;
        return isRoot(run.user) ? `su postgres -c '${said}'` : said;
      };
      return {
        // It answers what runs here and is started again, too.
        start: control("restart").replace(cluster.data, `${cluster.data} -l /var/log/postgresql/main.log`),
        stop: control("stop"),
      };
    },
  },
];

/** @param name as `service` takes it; undefined: it is not known, or not the same on Alpine. */
export function serviceProgram(name: string, context: Context): ServiceProgram | undefined {
  const installed = aptInstalled(context.stage);
  return services
    .find(({ names, packages }) => names.test(name) && installed.some((one) => packages.test(one)))
    ?.program(context, textOfStage(context.stage));
}
