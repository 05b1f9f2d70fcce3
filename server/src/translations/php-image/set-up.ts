import { compareReleases } from "../../facts/releases";
import type { Stage } from "../../model/build";
import { textsOf } from "../layout";
import { foldersOf, serverSteps } from "../layout/apache";
import { httpdConf } from "../layout/apache-modules";
import { edited } from "../layout/edited";
import type { Texts } from "../layout/layout";
import { copiedText } from "../layout/texts";
import type { StageContext } from "../translation";
import { imagePackages } from "./extensions";
import { type PhpImage, phpImageOf } from "./php-image";
import { saysForAll } from "./short-tags";

/** What stands behind FROM in place of what an image brought. */
export interface SetUp {
  readonly packages: readonly string[];
  /** Of the RUN that installs them. */
  readonly steps: readonly string[];
  /** Instructions before and behind that RUN. */
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

/** The stage that stands on the image itself sets up what those built from it find there. */
export function setUpOf(context: StageContext): SetUp | undefined {
  const { stage, facts } = context;
  const php = stage.base.stage || context.already ? undefined : phpImageOf(stage, facts);
  if (!php) return undefined;
  const packages = imagePackages(php, facts);
  const texts = textsOf(context, packages);
  return {
    packages,
    steps: [...phpSteps(php, texts, saysForAll(context)), ...apacheSteps(texts), ...programSteps(texts)],
    before: [`ENV PHP_INI_DIR=/etc/${php.name}`],
    behind: instructions(stage),
  };
}

/** The image has no php.ini, but those that PHP comes with beside it; Alpine's php.ini is the one for production. */
function phpSteps({ name, series }: PhpImage, { all }: Texts, hasShortTags: boolean): string[] {
  const folder = `/etc/${name}`;
  return [
    "adduser -u 82 -D -S -H -h /var/www -G www-data www-data",
    `ln -s /usr/bin/${name} /usr/local/bin/php`,
    // For what is not seen to name it: scripts, and the redirection of a group of commands.
    `mkdir -p /usr/local/etc && ln -s ${folder} /usr/local/etc/php`,
    `mv ${folder}/php.ini ${folder}/php.ini-production`,
    ...(/php\.ini-development/.test(all) ? [developmentIni(folder)] : []),
    ...(hasShortTags ? [`echo 'short_open_tag = On' > ${folder}/conf.d/00_short_open_tag.ini`] : []),
    ...(all.includes("docker-php-ext-opcache.ini") && compareReleases(series, "8.1") >= 0
      ? [`mv ${folder}/conf.d/*opcache.ini ${folder}/conf.d/docker-php-ext-opcache.ini`]
      : []),
  ];
}

/** What PHP's php.ini for development says in another way than the one for production (php-src, PHP-7.2 to PHP-8.4). */
function developmentIni(folder: string): string {
  const values: readonly (readonly [string, string])[] = [
    ["error_reporting", "E_ALL"],
    ["display_errors", "On"],
    ["display_startup_errors", "On"],
    ["mysqlnd.collect_memory_statistics", "On"],
    ["zend.assertions", "1"],
    ["zend.exception_ignore_args", "Off"],
    ["zend.exception_string_param_max_len", "15"],
  ];
  const edits = values.map(([name, value]) => `-e 's/^${name.replaceAll(".", "\\.")} = .*/${name} = ${value}/'`);
  return `sed ${edits.join(" ")} ${folder}/php.ini-production > ${folder}/php.ini-development`;
}

/** Beside the image's own docker-php.conf: what Debian's apache2.conf, mpm_prefork.conf, security.conf and deflate.conf say. */
const serverConf = [
  "<FilesMatch \\.php$>",
  "  SetHandler application/x-httpd-php",
  "</FilesMatch>",
  "DirectoryIndex disabled",
  "DirectoryIndex index.php index.html",
  "<Directory /var/www/>",
  "  Options -Indexes",
  "  AllowOverride All",
  "</Directory>",
  "Timeout 300",
  "TraceEnable Off",
  "<IfModule mpm_prefork_module>",
  "  MaxRequestWorkers 150",
  "</IfModule>",
  "<IfModule deflate_module>",
  "  AddOutputFilterByType DEFLATE text/html text/plain text/xml text/css text/javascript application/javascript application/xml application/rss+xml",
  "</IfModule>",
];

function apacheSteps(texts: Texts): string[] {
  const { all } = texts;
  // Debian's main file names no folder to serve: its site does.
  const sites = /apache2\.conf/.test(all) ? "/etc/apache2/sites-enabled" : "";
  const folders = [...new Set([...foldersOf(all + sites), "conf-available", "conf-enabled"])];
  const locks = /\/var\/lock\/apache2\b/.test(all) ? ["/var/lock/apache2"] : [];
  const open = ["/run/apache2", ...locks, "/var/log/apache2", "/var/www/html"].join(" ");
  return [
    ...serverSteps(texts, folders, "gone"),
    edited(httpdConf, ["s/#(LoadModule deflate_module)/\\1/"], "extended"),
    // It would take every name with `.php` in it, before PHP 8.
    "sed -i '/^LoadModule/!d' /etc/apache2/conf.d/php*-module.conf",
    `printf '%s\\n' ${serverConf.map((line) => `'${line}'`).join(" ")} > /etc/apache2/conf-available/docker-php.conf`,
    "ln -s ../conf-available/docker-php.conf /etc/apache2/conf-enabled/docker-php.conf",
    "ln -sf /dev/stdout /var/log/apache2/access.log",
    "ln -sf /dev/stderr /var/log/apache2/error.log",
    `mkdir -p ${open}`,
    `chown www-data:www-data ${open}`,
    `chmod 1777 ${open}`,
  ];
}

/** The image's own programs, which scripts call too. */
function programSteps(texts: Texts): string[] {
  const program = (name: string, ...lines: string[]) => [
    `printf '%s\\n' '#!/bin/sh' ${lines.map((line) => `'${line}'`).join(" ")} > /usr/local/bin/${name}`,
    `chmod +x /usr/local/bin/${name}`,
  ];
  return [
    ...program("apache2-foreground", "rm -f /run/apache2/httpd.pid", 'exec /usr/sbin/httpd -DFOREGROUND "$@"'),
    ...(callsEntrypoint(texts)
      ? // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own variable.
        program("docker-php-entrypoint", '[ "${1#-}" = "$1" ] || set -- apache2-foreground "$@"', 'exec "$@"')
      : []),
  ];
}

function callsEntrypoint(texts: Texts): boolean {
  const own = texts.build.stages.flatMap((stage) => stage.instructions);
  return [texts.all, copiedText(own, texts)].some((text) => text.includes("docker-php-entrypoint"));
}

/** What the image says beside its files, where the stage does not say it itself. */
function instructions(stage: Stage): string[] {
  const own = stage.instructions;
  const says = (name: string) => own.some((instruction) => instruction.name === name);
  const first = own.find(({ name }) => /^(RUN|COPY|ADD|WORKDIR|CMD|ENTRYPOINT|HEALTHCHECK|ONBUILD)$/.test(name));
  const moves = first?.name === "WORKDIR" && first.args.text.startsWith("/");
  const isExposed = own.some(
    ({ name, words }) => name === "EXPOSE" && words.some(({ value }) => /^80(\/tcp)?$/.test(value)),
  );
  return [
    ...(moves ? [] : ["WORKDIR /var/www/html"]),
    ...(says("STOPSIGNAL") ? [] : ["STOPSIGNAL SIGWINCH"]),
    ...(isExposed ? [] : ["EXPOSE 80"]),
    // An ENTRYPOINT takes the CMD of the image away.
    ...(says("CMD") || says("ENTRYPOINT") ? [] : ['CMD ["apache2-foreground"]']),
  ];
}
