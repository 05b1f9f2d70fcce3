import { phpCompanions } from "../../facts/php-names";
import { compareReleases } from "../../facts/releases";
import type { Facts } from "../../facts/types";
import type { PhpImage } from "./php-image";

/**
 * What the image is built with, by docker-library/php's Dockerfile-linux.template and its history (read 2026-11-27), as far as
 * Alpine has it as packages.
 */
const ofImage = (
  "ctype curl dom fileinfo ftp iconv json mbstring mysqlnd openssl pdo pdo_sqlite phar posix session simplexml sodium " +
  "sqlite3 tokenizer xml xmlreader xmlwriter zlib"
).split(" ");

/**
 * Built into Alpine's PHP where its release has no package of it: always, since PHP 8 (`json`) or 8.5 (`opcache`), or before a package
 * was made of it (aports, community/php5 to php85).
 */
const builtIn: ReadonlySet<string> = new Set(
  (
    "core date filter hash lexbor libxml pcre random readline reflection spl standard uri " +
    "json opcache zlib fileinfo mbstring mysqlnd session simplexml tokenizer xmlreader xmlwriter"
  ).split(" "),
);

/** Other names for the same, and what is asked of PECL although PHP has it. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["zendopcache", "opcache"],
  ["libsodium", "sodium"],
  ["pecl_http", "http"],
  ["brotli", "brotli"],
]);

export interface ExtensionPackages {
  /** `xdebug`, without its version. */
  readonly name: string;
  /** Empty where nothing is needed. */
  readonly packages: readonly string[];
}

/** The packages of the image's own extensions, of the program and of Apache's module. */
export function imagePackages(php: PhpImage, facts: Facts): string[] {
  const { name, series } = php;
  const extensions = [
    ...ofImage.filter((extension) => extension !== "sodium" || compareReleases(series, "7.2") >= 0),
    // The image has loaded it since June 2025.
    ...(compareReleases(series, "8.1") >= 0 ? ["opcache"] : []),
  ];
  return [
    "apache2",
    "ca-certificates",
    name,
    `${name}-apache2`,
    // The program, before PHP 7.
    ...["cli", ...extensions.sort()].map((one) => `${name}-${one}`).filter((one) => isPackage(one, php, facts)),
  ];
}

/**
 * @param word as `docker-php-ext-install`, `pecl install` and `install-php-extensions` take it.
 * @returns undefined: Alpine has no package of it.
 */
export function extensionPackages(word: string, php: PhpImage, facts: Facts): ExtensionPackages | undefined {
  const name = extensionName(word);
  const { release } = php;
  const found = ["", "pecl-"].map((kind) => `${php.name}-${kind}${name}`).find((one) => isPackage(one, php, facts));
  if (found !== undefined) {
    const more = (phpCompanions.get(name) ?? []).filter((one) => facts.alpine.resolves(one, release));
    return { name, packages: [found, ...more] };
  }
  return builtIn.has(name) ? { name, packages: [] } : undefined;
}

/** `redis-5.3.7`, `xdebug-beta`, `channel://pecl.php.net/mcrypt-1.0.4`, `xdebug^3`, `igbinary/igbinary@3.2`. */
export function extensionName(word: string): string {
  const name = word
    .toLowerCase()
    .replace(/^.*\//, "")
    .replace(/(?:[-^@](?:v?\d|\$|stable|beta|alpha|devel|snapshot).*|[@^].*)$/, "");
  return otherNames.get(name) ?? name;
}

/** Loaded as extensions of the engine, by a setting of another name. */
export function isOfEngine(extension: string): boolean {
  return /^(xdebug|opcache)$/.test(extension);
}

/** The index has it by that very name: what others only provide, as PHP itself does for `zlib`, is there already. */
function isPackage(name: string, { release }: PhpImage, { alpine }: Facts): boolean {
  return alpine.package(name, release) !== undefined;
}
