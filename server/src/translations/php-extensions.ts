import { phpCompanions } from "../facts/php-names";
import { extensionName } from "./php-image/extensions";
import type { Outcome, Translation } from "./translation";

/**
 * What extensions take on Alpine and Debian's image has: the headers of the kernel and of gettext come with the C library there
 * (mlocati/docker-php-extension-installer, install-php-extensions, read 2026-11-27).
 */
const headers: ReadonlyMap<string, readonly string[]> = new Map([
  ["gettext", ["gettext-dev"]],
  ["grpc", ["linux-headers"]],
  ["openswoole", ["linux-headers"]],
  ["sockets", ["linux-headers"]],
  ["swoole", ["linux-headers"]],
  ["xdebug", ["linux-headers"]],
]);

/** Extensions that are compiled in an official image of PHP: Debian's has the tools, Alpine's names them in a variable. */
export const phpExtensions: Translation = {
  programs: ["docker-php-ext-install", "pecl", "phpize"],
  translate({ name, args }, { family, facts, release }): Outcome | undefined {
    const isPecl = name === "pecl";
    if (family !== "php" || (isPecl && !args.some(({ value }) => value === "install"))) return undefined;
    const extensions = name === "phpize" ? [] : args.map(({ value }) => extensionName(value));
    const taken = (packages: ReadonlyMap<string, readonly string[]>) =>
      extensions.flatMap((one) => packages.get(one) ?? []).filter((one) => facts.alpine.resolves(one, release));
    // `docker-php-ext-install` adds the tools, and deletes them again.
    const tools = name === "docker-php-ext-install" ? [] : ["$PHPIZE_DEPS"];
    const needs = [...tools, ...taken(headers)];
    const keeps = taken(phpCompanions);
    return needs.length + keeps.length > 0 ? { needs, keeps } : undefined;
  },
};
