import { compareReleases } from "../../facts/releases";
import { aptInstalled } from "../../model/apt-installed";
import { instructionsOf } from "../../model/layers";
import { rootImage } from "../../model/platform";
import { standsOnPhpApache } from "../php-image/php-image";
import { httpdConf } from "./apache-modules";
import { edited } from "./edited";
import type { Layout, Texts } from "./layout";
import { copiedText } from "./texts";

/** The packages of Debian's that bring the server. */
const packages = /^(apache2|apache2-mpm-.*|libapache2-mod-.*)$/;

/** Debian's envvars. */
const variables: ReadonlyMap<string, string> = new Map([
  ["APACHE_LOG_DIR", "/var/log/apache2"],
  ["APACHE_RUN_DIR", "/var/run/apache2"],
  ["APACHE_LOCK_DIR", "/var/lock/apache2"],
  ["APACHE_PID_FILE", "/var/run/apache2/apache2.pid"],
  ["APACHE_RUN_USER", "www-data"],
  ["APACHE_RUN_GROUP", "www-data"],
]);

/**
 * Debian's Apache reads `sites-enabled`, `conf-enabled` and `mods-enabled`, serves /var/www/html as www-data and lets `envvars` say
 * where logs go; Alpine's has httpd.conf and `conf.d/*.conf`. The steps make httpd.conf read and mean what the Dockerfile counts on.
 */
export const apache: Layout = {
  packages,
  inImage: standsOnPhpApache,
  source: "aports, main/apache2",
  users: ["www-data"],
  once: true,
  moves: [{ from: /\/usr\/lib\/apache2\/modules\b/g, to: "/usr/lib/apache2" }],
  notCopied: {
    path: /\/etc\/apache2\/(?:apache2\.conf|envvars|mods-(?:available|enabled)(?!\/[\w.-]+\.conf\b))/,
    why: "Alpine's Apache reads /etc/apache2/httpd.conf and /etc/apache2/conf.d/*.conf, and has none of Debian's other main files. Put the settings there.",
  },
  steps: (texts) => serverSteps(texts, foldersOf(texts.all)),
  check: ({ all }) =>
    isUnseen(all)
      ? "What starts Apache stands in a script here: `apache2` and `apache2ctl` are there under these names, `service` and a2enmod are not. Look at what it calls and where it writes."
      : undefined,
};

/**
 * @param folders those of Debian's that are to be there.
 * @param page what becomes of Alpine's first page: Debian's package has one too, images have none.
 */
export function serverSteps(texts: Texts, folders: readonly string[], page: "kept" | "gone" = "kept"): string[] {
  const { all, targets } = texts;
  const root = isOld(texts) ? "/var/www" : "/var/www/html";
  const brings = (name: string) => targets.includes(`/etc/apache2/${name}`);
  // As Debian's package: a page of the user's stays.
  const moved = all.includes(`${root}/`) || folders.length === 0 ? [`mv -n /var/www/localhost/htdocs/* ${root}/`] : [];
  return [
    `mkdir -p ${[root, ...folders.map((name) => `/etc/apache2/${name}`)].join(" ")}`,
    ...(page === "gone" ? ["rm -r /var/www/localhost"] : moved),
    // The folder of the server is Debian's, as Dockerfiles take /var/www away.
    "mv /var/www/logs /var/www/modules /var/www/run /etc/apache2/",
    ...(folders.includes("sites-enabled") ? defaultSite(texts, root) : []),
    ...(/ports\.conf/.test(all) && !brings("ports.conf")
      ? ["printf '%s\\n' 'Listen 80' '' '<IfModule ssl_module>' '  Listen 443' '</IfModule>' > /etc/apache2/ports.conf"]
      : []),
    ...(/\/etc\/apache2\/envvars/.test(all)
      ? [
          `printf 'export %s\\n' ${[...variables].map(([name, value]) => `${name}=${value}`).join(" ")} > /etc/apache2/envvars`,
        ]
      : []),
    ...securityConf(texts),
    settings(texts, root, folders.includes("sites-enabled")),
    ...included(texts, folders),
    ...programs(texts),
  ];
}

/** Apache 2.2 (Debian to 7, Ubuntu to 13.04) had files without an ending, and served /var/www. */
export function isOld({ source, stage }: Pick<Texts, "source" | "stage">): boolean {
  const root = rootImage(stage);
  const release = source?.release ?? (/^(debian|ubuntu)$/.test(root?.image ?? "") ? root?.tag : undefined) ?? "";
  if (/^\d/.test(release)) return Number.parseFloat(release) < (source?.name === "ubuntu" ? 13.1 : 8);
  return /^(lenny|squeeze|wheezy|lucid|maverick|natty|oneiric|precise|quantal|raring)\b/.test(release);
}

/** `sites-available` and `sites-enabled` together, as one is of no use without the other. */
export function foldersOf(all: string): string[] {
  const pairs: readonly (readonly [RegExp, readonly string[]])[] = [
    [/\/etc\/apache2\/sites-|\ba2(en|dis)site\b/, ["sites-available", "sites-enabled"]],
    [/\/etc\/apache2\/conf-|\ba2(en|dis)conf\b/, ["conf-available", "conf-enabled"]],
    [/\/etc\/apache2\/mods-(available|enabled)\/[\w.-]+\.conf\b/, ["mods-available", "mods-enabled"]],
  ];
  return pairs.flatMap(([named, names]) => (named.test(all) ? names : []));
}

/** Debian enables a site of its own, which answers what no other one does: Dockerfiles edit it, replace it or take it away. */
function defaultSite(texts: Texts, root: string): string[] {
  const { all, targets } = texts;
  const old = isOld(texts);
  const file = old ? "default" : "000-default.conf";
  const link = old ? "000-default" : "000-default.conf";
  const enabled = `/etc/apache2/sites-enabled/${link}`;
  if (targets.includes(enabled)) return [];
  const linked = `ln -s ../sites-available/${file} ${enabled}`;
  if (targets.includes(`/etc/apache2/sites-available/${file}`)) return [linked];
  const folder = (path: string, options: string) => [
    `\t<Directory ${path}>`,
    `\t\tOptions ${options}`,
    "\t\tAllowOverride None",
    "\t</Directory>",
  ];
  const lines = [
    "<VirtualHost *:80>",
    ...(old ? [] : ["\t#ServerName www.example.com"]),
    "\tServerAdmin webmaster@localhost",
    `\tDocumentRoot ${root}`,
    ...(old ? [...folder("/", "FollowSymLinks"), ...folder("/var/www/", "Indexes FollowSymLinks MultiViews")] : []),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Apache's own variable.
    "\tErrorLog ${APACHE_LOG_DIR}/error.log",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Apache's own variable.
    "\tCustomLog ${APACHE_LOG_DIR}/access.log combined",
    "</VirtualHost>",
  ];
  // It is only taken away.
  const goes = new RegExp(
    `\\ba2dissite\\s+(-\\w+\\s+)*(000-)?default(\\.conf)?(?![\\w.-])|\\brm\\s+(-\\w+\\s+)*(${enabled.replaceAll(".", "\\.")}(?![\\w.-])|/etc/apache2/sites-enabled/\\*)`,
    "g",
  );
  const rest = all.replace(goes, "");
  if (!/000-default|\/sites-\w+\/default\b/.test(rest) && rest !== all)
    return /\brm\s[^;&|\n]*sites-enabled\//.test(all) ? [`touch ${enabled}`] : [];
  const said = lines.map((line) => `'${line.replace(/^\t+/, (tabs) => "  ".repeat(tabs.length))}'`).join(" ");
  return [`printf '%s\\n' ${said} > /etc/apache2/sites-available/${file}`, linked];
}

/** The lines of Debian's own that Dockerfiles edit; what httpd.conf says of it stands before. */
function securityConf({ all, targets }: Texts): string[] {
  const file = "/etc/apache2/conf-available/security.conf";
  const isNamed = /\/etc\/apache2\/conf-(available|enabled)\/security\.conf\b/.test(all);
  if (!isNamed || targets.includes(file) || targets.includes(file.replace("available", "enabled"))) return [];
  const lines = ["ServerTokens OS", "ServerSignature On", "TraceEnable Off"];
  return [
    `printf '%s\\n' ${lines.map((line) => `'${line}'`).join(" ")} > ${file}`,
    "ln -s ../conf-available/security.conf /etc/apache2/conf-enabled/security.conf",
  ];
}

/** What httpd.conf itself is to say in another way. */
function settings(texts: Texts, root: string, hasSites: boolean): string {
  const { all } = texts;
  const value = (name: string) => valueElsewhere(name, all) ?? variables.get(name);
  const edits = [
    "s|^ServerRoot .*|ServerRoot /etc/apache2|",
    `s/^User apache/User ${value("APACHE_RUN_USER")}/`,
    `s/^Group apache/Group ${value("APACHE_RUN_GROUP")}/`,
    's|^<Directory "/var/www/localhost/htdocs">|<Directory /var/www/>|',
    // On Debian, where the sites name their folders, it may be missing; httpd can be asked since 2.4.34.
    ...(!hasSites
      ? [`s|/var/www/localhost/htdocs|${root}|`]
      : compareReleases(texts.release, "3.9") < 0
        ? ["/^DocumentRoot/d"]
        : [`s|^DocumentRoot .*|<IfFile ${root}>\\n  DocumentRoot ${root}\\n</IfFile>|`]),
    ...(/AllowOverride/.test(all) ? ["s/AllowOverride none/AllowOverride None/"] : []),
    ...(/ports\.conf/.test(all) ? ["/^Listen 80$/d"] : []),
  ];
  return edited(httpdConf, edits);
}

function included(texts: Texts, folders: readonly string[]): string[] {
  const { all } = texts;
  const copied = copiedText(instructionsOf(texts.stage), texts);
  const named = [...variables].filter(
    ([name]) =>
      (name === "APACHE_LOG_DIR" && folders.length > 0) ||
      copied.includes(`\${${name}}`) ||
      all.includes(`\${${name}}`),
  );
  const lines = [
    ...named.map(([name, value]) => `Define ${name} ${valueElsewhere(name, all) ?? value}`),
    ...(/ports\.conf/.test(all) ? ["Include /etc/apache2/ports.conf"] : []),
    ...["mods", "conf", "sites"].flatMap((kind) =>
      folders.includes(`${kind}-enabled`)
        ? [`IncludeOptional /etc/apache2/${kind}-enabled/*${isOld(texts) && kind === "sites" ? "" : ".conf"}`]
        : [],
    ),
  ];
  return lines.length > 0 ? [`printf '%s\\n' ${lines.map((line) => `'${line}'`).join(" ")} >> ${httpdConf}`] : [];
}

/** The value that ENV gives a variable, where `envvars` does not give it Debian's again. */
function valueElsewhere(name: string, all: string): string | undefined {
  if (/\b(apache2ctl|apachectl|envvars)\b/.test(all)) return undefined;
  return new RegExp(`^ENV\\s[^#]*\\b${name}[ =]"?([^\\s"$]+)`, "m").exec(all)?.[1];
}

/** Names under which scripts that nobody sees here start it. */
function programs(texts: Texts): string[] {
  const copied = copiedText(instructionsOf(texts.stage), texts);
  const isSeen = /\bapache2-foreground\b/.test(copied) && !/\b(apache2|apache2ctl|apachectl)\s/.test(copied);
  return isUnseen(texts.all) && !isSeen
    ? ["apk add --no-cache apache2-ctl", "ln -s httpd /usr/sbin/apache2", "ln -s apachectl /usr/sbin/apache2ctl"]
    : [];
}

function isUnseen(all: string): boolean {
  const starts = all.match(/^(CMD|ENTRYPOINT)\b.*$/gim) ?? [];
  return (
    starts.length > 0 &&
    !starts.some((line) => /\b(apache2|apache2ctl|apachectl|httpd|docker-php-entrypoint)\b/.test(line))
  );
}

/** Debian's `php` brings the module for Apache, where nothing else that runs PHP is named. */
export const apachePhp: Layout = {
  packages: /^php[\d.]*$/,
  source: "aports, community/php83",
  steps({ stage, packages: installed }) {
    const names = aptInstalled(stage);
    const others = /^(libapache2-mod-php|php[\d.]*-(fpm|cgi)$)/;
    if (!names.includes("apache2") || names.some((name) => others.test(name))) return [];
    const series = installed.map((name) => /^(php\d+)$/.exec(name)?.[1]).find((found) => found !== undefined);
    return series === undefined ? [] : [`apk add --no-cache ${series}-apache2`];
  },
};
