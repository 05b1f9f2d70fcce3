import { aptInstalled } from "../../model/apt-installed";
import { instructionsOf } from "../../model/layers";
import { edited } from "./edited";
import type { Layout } from "./layout";
import { copiedText } from "./texts";

/** A name of Debian's for what runs PHP behind a web server. */
export const poolPackage = /^php[\d.]*-fpm$/;

/** `/etc/php/8.2/fpm`, `/etc/php5/cli`: Debian has a folder for each way to run it, Alpine one for all of a series. */
const folder = String.raw`(?<![\w.-])/etc/php(?:5|/(?:\d\.\d|\$\{?\w+\}?))`;

const settings: readonly { readonly from: RegExp; readonly place: string }[] = [
  { from: new RegExp(`${folder}/fpm/pool\\.d\\b`, "g"), place: "/php-fpm.d" },
  { from: new RegExp(`${folder}/fpm/php-fpm\\.conf\\b`, "g"), place: "/php-fpm.conf" },
  { from: new RegExp(`${folder}/(?:fpm|cli|cgi|apache2)/php\\.ini\\b`, "g"), place: "/php.ini" },
  { from: new RegExp(`${folder}/(?:(?:fpm|cli|cgi|apache2)/conf\\.d|mods-available)\\b`, "g"), place: "/conf.d" },
];

/** `83` of `php83-fpm`. */
export function seriesOf(packages: readonly string[]): string | undefined {
  return packages.map((name) => /^php(\d+)(-|$)/.exec(name)?.[1]).find((found) => found !== undefined);
}

export const php: Layout = {
  packages: /^(libapache2-mod-)?php[\d.]*(-.*)?$/,
  source: "aports, community/php84",
  movesFor(packages) {
    const series = seriesOf(packages);
    return series === undefined ? [] : settings.map(({ from, place }) => ({ from, to: `/etc/php${series}${place}` }));
  },
  absent: {
    path: new RegExp(`${folder}(?:/(?:fpm|cli|cgi|apache2)/?(?:$|["'\\s*])|/?(?:$|["'\\s*]))`),
    why: "Alpine's PHP has one folder of settings for each series, such as /etc/php84, and none for each way to run it. Put them there.",
  },
};

/** Debian's pool runs as www-data and listens on a socket that carries the series, Alpine's as nobody on 127.0.0.1:9000. */
export const phpPool: Layout = {
  packages: poolPackage,
  source:
    "php-fpm's own www.conf; aports, community/php83 and main/nginx (its user is in the group www-data), read 2026-11-27",
  users: ["www-data"],
  once: true,
  steps({ all, packages, stage, targets }) {
    const series = seriesOf(packages);
    const socket = socketOf(all, aptInstalled(stage));
    // PHP 5 had all pools in one file there.
    if (series === undefined || series === "5" || socket === undefined) return [];
    const edits = [
      "s/^(user|group) = nobody/\\1 = www-data/",
      `s|^listen = .*|listen = ${socket}|`,
      "s/^;?listen\\.(owner|group) = .*/listen.\\1 = www-data/",
    ];
    return [
      ...(/\bmkdir\s+(?!-)[^&;|\n]*\/run\/php\b/.test(all) ? [] : ["mkdir -p /run/php"]),
      ...(targets.some((path) => /^\/etc\/php.*\/pool\.d\/www\.conf$/.test(path))
        ? []
        : [edited(`/etc/php${series}/php-fpm.d/www.conf`, edits, "extended")]),
    ];
  },
  check: ({ all, packages, stage }) =>
    /\/pool\.d\b|\/run\/php/.test(all) &&
    (seriesOf(packages) === "5" || socketOf(all, aptInstalled(stage)) === undefined)
      ? "Debian's php-fpm listens on a socket below /run/php as www-data, Alpine's on 127.0.0.1:9000 as nobody. Look at what the pool and the web server say."
      : undefined,
};

/** By the series that a package or a path names. */
function socketOf(all: string, names: readonly string[]): string | undefined {
  const found = new Set(names.flatMap((name) => /^php(\d[\d.]*)-fpm$/.exec(name)?.[1] ?? []));
  if (found.size === 0)
    for (const [, path, program] of all.matchAll(/\/etc\/php\/(\d\.\d)\/|\bphp(\d\.\d)-fpm\b/g))
      found.add(path ?? program ?? "");
  const [series] = found;
  if (found.size !== 1 || series === undefined) return undefined;
  return series === "5" ? "/run/php5-fpm.sock" : `/run/php/php${series}-fpm.sock`;
}

/** Programs that carry the series on Alpine, how Debian's files call them, and where they lie. */
const programs: readonly {
  readonly called: RegExp;
  readonly name: string;
  readonly of: string;
  readonly folder: string;
}[] = [
  { called: /(?<![\w.-])php(?:5|\d\.\d)(?![\w.-])/g, name: "php", of: "", folder: "/usr/bin" },
  { called: /(?<![\w.-])(?:php5-fpm|php-fpm(?:\d\.\d)?)(?![\w-])/g, name: "php-fpm", of: "-fpm", folder: "/usr/sbin" },
  { called: /(?<![\w./-])(?:pecl|pear)(?=\s)/g, name: "", of: "-pear", folder: "/usr/bin" },
  { called: /(?<![\w./-])(?:phpize|php-config)(?![\w-])/g, name: "", of: "-dev", folder: "/usr/bin" },
];

/** Alpine's programs carry the series, `php83` and `php-fpm83`; `php` is there for one series of a release only. */
export const phpPrograms: Layout = {
  packages: /^(libapache2-mod-)?php[\d.]*(-cli|-cgi|-fpm|-dev|-pear)?$/,
  source: "aports, community/php81 to php84",
  steps(texts) {
    const { all, packages, stage } = texts;
    const series = seriesOf(packages);
    if (series === undefined) return [];
    const read = [all, copiedText(instructionsOf(stage), texts)].join("\n");
    const links = programs
      .filter(({ of }) => packages.includes(`php${series}${of}`))
      .flatMap(({ called, name, folder }) =>
        [...read.matchAll(called)].map(([word]) => `ln -sf ${name || word}${series} ${folder}/${word}`),
      );
    // Scripts of Composer, WP-CLI and the like start it by its plain name, wherever they come from.
    const plain = packages.includes(`php${series}`) ? [`ln -sf php${series} /usr/bin/php`] : [];
    return [...new Set([...plain, ...links])];
  },
};
