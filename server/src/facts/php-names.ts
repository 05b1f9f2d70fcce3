import type { Pattern } from "./name-patterns";
import type { NameContext } from "./types";
import { type AvailableSeries, compareSeries, isWithin } from "./versions";

/** Alpine's names, after `phpNN-`, of what one Debian package holds; most extensions have one package of the same name. */
const parts: Readonly<Record<string, string>> = {
  mysql: "mysqli pdo_mysql mysqlnd",
  mysqlnd: "mysqlnd mysqli pdo_mysql",
  pgsql: "pgsql pdo_pgsql",
  sqlite: "sqlite3 pdo_sqlite",
  sqlite3: "sqlite3 pdo_sqlite",
  odbc: "odbc pdo_odbc",
  sybase: "pdo_dblib",
  mssql: "pdo_dblib",
  xml: "xml dom simplexml xmlreader xmlwriter xsl",
  apc: "pecl-apcu",
  apcu: "pecl-apcu",
  mongo: "pecl-mongodb",
  amqp: "pecl-amqp",
  igbinary: "pecl-igbinary",
  imagick: "pecl-imagick",
  mcrypt: "pecl-mcrypt",
  memcache: "pecl-memcache",
  memcached: "pecl-memcached",
  mongodb: "pecl-mongodb",
  msgpack: "pecl-msgpack",
  redis: "pecl-redis",
  ssh2: "pecl-ssh2",
  uuid: "pecl-uuid",
  xdebug: "xdebug",
  xmlrpc: "pecl-xmlrpc",
  yaml: "pecl-yaml",
};

/** What Debian's libraries bring with extensions, and Alpine has as packages of their own. */
export const phpCompanions: ReadonlyMap<string, readonly string[]> = new Map([
  ["intl", ["icu-data-full"]],
  ["imagick", ["imagemagick-jpeg", "imagemagick-tiff", "imagemagick-webp"]],
]);

/** Debian builds these into php-common and each program that runs PHP; Alpine has a package for each. */
const core = "openssl phar mbstring curl ctype fileinfo iconv session tokenizer";

/** Where a release has no package of one of them, its PHP has it built in. */
const builtInBefore: ReadonlySet<string> = new Set(
  "cli opcache mbstring fileinfo session tokenizer simplexml xmlreader xmlwriter mysqlnd".split(" "),
);

/** What PHP programs are written with, not an extension of PHP. */
const library = /^(?:composer|symfony|doctrine|zend|psr|twig|guzzle|horde|dompdf|fpdf|fpdi|tcpdf|phpseclib)(?:-|$)/;

/** What the official PHP image is built with. */
const builtIn = [
  "",
  "cli",
  "common",
  "curl",
  "dev",
  "fpm",
  "json",
  "mbstring",
  "pear",
  "readline",
  "sqlite",
  "sqlite3",
  "xml",
];

const pecl = [
  "amqp",
  "apc",
  "apcu",
  "igbinary",
  "imagick",
  "mcrypt",
  "memcached",
  "mongo",
  "mongodb",
  "msgpack",
  "redis",
  "ssh2",
  "xdebug",
  "yaml",
];

/** Extensions that ended with PHP 7 or were never taken over. */
const gone: Readonly<Record<string, string>> = {
  recode: "the extension left PHP with 7.4",
  interbase: "the extension left PHP with 7.4",
  geoip: "the extension was never carried to PHP 8",
  ps: "the extension was never carried to PHP 8",
  ming: "the extension was never carried to PHP 8",
};

/**
 * A Debian name of PHP: `php8.2-curl`, `php5`, `php-xml`, `libapache2-mod-php7.4`; undefined for other names.
 * @param wanted the series that the name, or the release it is from, stands for; undefined when not known.
 * @param available what the Alpine release has, oldest first: all names of a file must mean the same of them.
 * @param has tells whether the release has a package.
 */
export function phpPatterns(
  name: string,
  { family, release }: NameContext,
  wanted: string | undefined,
  available: readonly AvailableSeries[],
  has: (name: string) => boolean,
): Pattern[] | undefined {
  const match = /^(libapache2-mod-)?php[0-9.]*(?:-(.+))?$/.exec(name);
  if (!match) return undefined;
  const [, apache, extension = ""] = match;
  if (family === "php") return [inOfficialImage(name, extension)];
  const reason = gone[extension];
  if (reason !== undefined) return [{ refused: reason, instead: undefined }];
  const chosen = chosenSeries(wanted, available);
  if (!chosen) return [{ refused: `nobody here knows which PHP Alpine ${release} has`, instead: undefined }];
  const { digits, series } = chosen;
  if (extension === "json" && compareSeries(series, "8") >= 0) return [{ needless: "JSON is a part of PHP 8" }];
  if (extension === "readline") return [{ needless: "Alpine builds it into PHP" }];
  if (library.test(extension)) return [{ refused: "Alpine has no package of this PHP library", instead: "composer" }];
  const packages = packagesOf(extension, `php${digits}`, apache !== undefined, has);
  if (packages.length === 0) return [{ needless: `PHP ${series} has it built in on Alpine` }];
  const lacking = `Alpine ${release} has no ${packages.join(" and ")}`;
  return [
    {
      packages,
      role: extension === "dev" ? "build" : "run",
      evidence: evidenceOf(wanted, series),
      confidence: isWithin(series, wanted) ? 0.95 : wanted === undefined ? 0.85 : 0.5,
    },
    { refused: lacking, instead: extension === "" ? undefined : `build it with phpize from php${digits}-dev` },
  ];
}

function packagesOf(extension: string, php: string, apache: boolean, has: (name: string) => boolean): string[] {
  const server = apache ? "apache2" : /^(fpm|cgi)$/.exec(extension)?.[1];
  const isPhp = !apache && (extension === "" || extension === "cli" || extension === "common");
  // Before PHP 7 the command line was a package of its own.
  const ofPhp = /^php5?$/.test(php) ? `cli ${core}` : core;
  // Debian's php-fpm, php-cgi and mod_php depend on php-cli and php-opcache.
  const hasPhp = isPhp || server !== undefined;
  const words = (isPhp ? ofPhp : server ? `${server} opcache ${ofPhp}` : (parts[extension] ?? extension)).split(" ");
  const found = words.flatMap((word) => {
    // Whether an extension comes from PECL changed with the releases of Alpine.
    const other = word.startsWith("pecl-") ? word.slice("pecl-".length) : `pecl-${word}`;
    const name = [word, other].map((one) => `${php}-${one}`).find(has);
    return name ?? (builtInBefore.has(word) ? [] : `${php}-${word}`);
  });
  const companions = (phpCompanions.get(extension) ?? []).filter(has);
  return [...(hasPhp ? [php] : []), ...found, ...companions, ...(apache ? ["apache2"] : [])];
}

/** The same series, else the next one; without a wish the one that most releases have. */
function chosenSeries(wanted: string | undefined, available: readonly AvailableSeries[]): AvailableSeries | undefined {
  const later = available.find(({ series }) => compareSeries(series, wanted ?? "8.3") >= 0);
  return later ?? available.at(-1);
}

function evidenceOf(wanted: string | undefined, chosen: string): string {
  if (isWithin(chosen, wanted)) return "the same version";
  return wanted === undefined
    ? `PHP ${chosen}; the name leaves the version to Debian`
    : `PHP ${chosen}: the release has no ${wanted}, so what runs on it must be checked`;
}

function inOfficialImage(name: string, extension: string): Pattern {
  if (builtIn.includes(extension) && !name.startsWith("libapache2"))
    return { needless: "the image brings its own PHP, built with it" };
  if (name.startsWith("libapache2"))
    return { refused: "the image's PHP has no Apache module on Alpine", instead: "the fpm variant" };
  const wanted = (parts[extension] ?? extension).replaceAll("pecl-", "");
  return {
    refused: "the image's PHP does not load Alpine's extensions",
    instead: pecl.includes(extension) ? `pecl install ${wanted}` : `docker-php-ext-install ${wanted}`,
  };
}
