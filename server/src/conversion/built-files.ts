import type { Consumer } from "../model/consumers";
import { type Invocation, invocation } from "../shell/invocation";
import { pipInstall } from "../translations/language-tools";
import type { RunConversion } from "./run-conversion";

/** Where pip installs in a builder stage, so that what it makes can be copied as one folder. */
export const virtualEnvironment = "/opt/venv";

/** Commands that leave nothing behind that a later step misses. */
const traceless =
  /^(apt|apt-get|aptitude|apt-mark|apk|cd|mkdir|rm|set|true|:|echo|export|\[|test|nproc|docker-php-source)$/;
/** Commands that bring the source of what is built in the same RUN. */
const fetches = /^(curl|wget|git|tar|unzip|sha256sum|sha1sum|md5sum|patch|sed|find|xargs|cat|printf)$/;
const builds =
  /^(make|gmake|cmake|ninja|meson|samu|configure|Configure|config|autogen\.sh|autoreconf|bootstrap|nproc|strip)$/;

/**
 * The folders that hold all that a RUN makes.
 * @returns undefined when it does more than can be copied from a builder stage.
 */
export function builtFolders(
  { run }: RunConversion,
  consumers: readonly Consumer[],
  family: string | undefined,
): readonly string[] | undefined {
  if (run.script.errors.length > 0) return undefined;
  const calls = run.script.commands.map(invocation);
  const installs = family === undefined && calls.some(installsLocally);
  const folders = new Set<string>();
  for (const call of calls) {
    if (traceless.test(call.name) || (installs && (fetches.test(call.name) || builds.test(call.name)))) continue;
    const roots = consumers.find((consumer) => consumer.call.command === call.command)?.roots ?? [];
    const made = foldersOf(call, roots, family);
    if (!made) return undefined;
    for (const folder of made) folders.add(folder);
  }
  if (installs) folders.add("/usr/local");
  // What COPY would split, take for a pattern, or not know as the RUN does.
  return [...folders].every((folder) => /^\/?[\w./@+-]+$/.test(folder)) ? [...folders] : undefined;
}

function foldersOf(
  call: Invocation,
  roots: readonly string[],
  family: string | undefined,
): readonly string[] | undefined {
  const words = call.args.map(({ value }) => value);
  const [verb = ""] = words.filter((word) => !word.startsWith("-"));
  if (pipInstall(call)) {
    const elsewhere = words.some((word) => /^(--target|-t|--prefix|--root|--user)(=|$)/.test(word));
    // What is compiled for an editable installation lies beside its source, and so may its description.
    const editable = words.some((word) => /^(-e|--editable)(=|$)/.test(word));
    return elsewhere || editable || call.program.includes("/") ? undefined : [virtualEnvironment];
  }
  switch (call.name) {
    case "pip":
    case "pip3":
      return verb === "cache" ? [] : undefined;
    case "npm":
    case "yarn":
    case "pnpm": {
      // `npm cache clean`, `npm prune --omit=dev`: these only take away.
      if (/^(cache|prune|autoclean)$/.test(verb)) return [];
      const isGlobal = words.some((word) => word === "-g" || word === "--global" || word === "global");
      const installs = /^(|i|install|ci|clean-install)$/.test(verb) && words.filter((word) => word === verb).length < 2;
      return installs && !isGlobal && roots.length > 0 ? roots : undefined;
    }
    case "bundle":
      if (verb === "config") return [];
      return family === "ruby" && verb === "install" ? [...roots.filter(isOwnBundle), "/usr/local/bundle"] : undefined;
    case "gem":
      return family === "ruby" && verb === "install" ? ["/usr/local/bundle"] : undefined;
    case "docker-php-ext-configure":
    case "docker-php-ext-install":
    case "docker-php-ext-enable":
    case "pecl":
      return family === "php" ? ["/usr/local/lib/php/extensions", "/usr/local/etc/php/conf.d"] : undefined;
    default:
      return undefined;
  }
}

/** A path that BUNDLE_PATH or `--path` names, in place of the one that is only looked at in case it is there. */
function isOwnBundle(root: string): boolean {
  return !root.endsWith("/vendor/bundle") && !root.startsWith("/usr/lib");
}

/** `make install` without a place of its own. */
function installsLocally({ name, args }: Invocation): boolean {
  const words = args.map(({ value }) => value);
  if (words.some((word) => /^(DESTDIR|PREFIX|prefix|--prefix)(=|$)/.test(word) && !/=\/usr\/local\/?$/.test(word)))
    return false;
  return (
    (/^(make|gmake|ninja|samu|meson)$/.test(name) && words.includes("install")) ||
    (name === "cmake" && words.includes("--install"))
  );
}
