import { compareReleases } from "../facts/releases";
import type { Release } from "../facts/types";

/** A user or group that an image holds before the Dockerfile does anything. */
export interface BaseAccount {
  readonly kind: "user" | "group";
  readonly name: string;
  readonly id: number;
}

interface Dated {
  readonly accounts: readonly BaseAccount[];
  /** The first release that has them. */
  readonly since?: Release;
  /** The first release that lacks them. */
  readonly until?: Release;
}

function accounts(kind: BaseAccount["kind"], list: string): BaseAccount[] {
  return list.split(" ").map((entry) => {
    const [name = "", id] = entry.split(":");
    return { kind, name, id: Number(id) };
  });
}

/** /etc/passwd and /etc/group of alpine-baselayout, read in the root file systems of 3.8 to 3.20. */
const alpine: readonly Dated[] = [
  {
    accounts: [
      ...accounts(
        "user",
        "root:0 bin:1 daemon:2 lp:4 sync:5 shutdown:6 halt:7 mail:8 news:9 uucp:10 cron:16 ftp:21 sshd:22 games:35 ntp:123 guest:405 nobody:65534",
      ),
      ...accounts(
        "group",
        "root:0 bin:1 daemon:2 sys:3 adm:4 tty:5 disk:6 lp:7 kmem:9 wheel:10 floppy:11 mail:12 news:13 uucp:14 cron:16 audio:18 cdrom:19 dialout:20 ftp:21 sshd:22 input:23 tape:26 video:27 netdev:28 kvm:34 games:35 shadow:42 users:100 ntp:123 abuild:300 utmp:406 ping:999 nogroup:65533 nobody:65534",
      ),
    ],
  },
  {
    accounts: [
      ...accounts(
        "user",
        "adm:3 operator:11 man:13 postmaster:14 at:25 squid:31 xfs:33 cyrus:85 vpopmail:89 smmsp:209",
      ),
      ...accounts(
        "group",
        "mem:8 man:15 console:17 at:25 readproc:30 squid:31 xfs:33 cdrw:80 usb:85 vpopmail:89 nofiles:200 smmsp:209 locate:245",
      ),
    ],
    until: "3.20",
  },
  { accounts: [...accounts("user", "postgres:70"), ...accounts("group", "postgres:70")], until: "3.11" },
  { accounts: accounts("group", "www-data:82"), since: "3.14" },
];

/** What the official images' Alpine variants add. */
const families: ReadonlyMap<string, readonly BaseAccount[]> = new Map(
  Object.entries({
    node: "node:1000:1000",
    ghost: "node:1000:1000",
    php: "www-data:82:82",
    wordpress: "www-data:82:82",
    drupal: "www-data:82:82",
    nextcloud: "www-data:82:82",
    matomo: "www-data:82:82",
    piwik: "www-data:82:82",
    espocrm: "www-data:82:82",
    friendica: "www-data:82:82",
    joomla: "www-data:82:82",
    mediawiki: "www-data:82:82",
    monica: "www-data:82:82",
    phpmyadmin: "www-data:82:82",
    postfixadmin: "www-data:82:82",
    yourls: "www-data:82:82",
    "dunglas/frankenphp": "www-data:82:82",
    httpd: "www-data:82:82",
    nginx: "nginx:101:101",
    "nginxinc/nginx-unprivileged": "nginx:101:101",
    postgres: "postgres:70:70",
    redis: "redis:999:1000",
    valkey: "valkey:999:1000",
    memcached: "memcache:11211:11211",
    rabbitmq: "rabbitmq:100:101",
    redmine: "redmine:999:1000",
    gradle: "gradle:1000:1000",
    haproxy: "haproxy:99:99",
  }).map(([family, entry]) => {
    const [name = "", uid, gid] = entry.split(":");
    return [
      family,
      [
        { kind: "user", name, id: Number(uid) },
        { kind: "group", name, id: Number(gid) },
      ],
    ];
  }),
);

/** The accounts every Alpine of the release starts with. */
export function alpineAccounts(release: Release): readonly BaseAccount[] {
  return alpine
    .filter(
      ({ since, until }) =>
        (since === undefined || compareReleases(release, since) >= 0) &&
        (until === undefined || compareReleases(release, until) < 0),
    )
    .flatMap(({ accounts }) => accounts);
}

/** What the Alpine variant of an official image adds to them. */
export function imageAccounts(image: string | undefined): readonly BaseAccount[] {
  return families.get(image ?? "") ?? [];
}

/** Debian's base-passwd (bookworm), and what older and Ubuntu's images have besides. */
const debian: readonly BaseAccount[] = [
  ...accounts(
    "user",
    "root:0 daemon:1 bin:2 sys:3 sync:4 games:5 man:6 lp:7 mail:8 news:9 uucp:10 proxy:13 www-data:33 backup:34 list:38 irc:39 gnats:41 _apt:42 nobody:65534",
  ),
  ...accounts(
    "group",
    "root:0 daemon:1 bin:2 sys:3 adm:4 tty:5 disk:6 lp:7 mail:8 news:9 uucp:10 man:12 proxy:13 kmem:15 dialout:20 fax:21 voice:22 cdrom:24 floppy:25 tape:26 sudo:27 audio:29 dip:30 www-data:33 backup:34 operator:37 list:38 irc:39 src:40 gnats:41 shadow:42 utmp:43 video:44 sasl:45 plugdev:46 staff:50 games:60 users:100 nogroup:65534",
  ),
];
/** Groups that packages of Debian make; Alpine's package may do so too. */
const packageGroups: ReadonlySet<string> = new Set("crontab docker input kvm netdev render ssh".split(" "));

export function isPackageGroup(name: string): boolean {
  return packageGroups.has(name);
}

/** A user or group that Debian images have, so that a Dockerfile may use it without making it. */
export function isDebianAccount(kind: BaseAccount["kind"], name: string): boolean {
  const base = debian.some((account) => account.kind === kind && account.name === name);
  return base || (kind === "group" && packageGroups.has(name));
}

/** The name of Debian's account with that id. */
export function debianName(kind: BaseAccount["kind"], id: string): string | undefined {
  return debian.find((account) => account.kind === kind && String(account.id) === id)?.name;
}
