import { type Install, installerOf, installsOf } from "../manifests/installs";
import { type Needs, needsOf } from "../manifests/needs";
import { useOf } from "../model/build";
import { packageChanges } from "../model/packages";
import { rootImage } from "../model/platform";
import type { Invocation } from "../shell/invocation";
import type { Context, Outcome, StageContext } from "./translation";
import { withoutHeaders } from "./without-compiler";

/**
 * What packages of languages need on Alpine and the file does not install: tools and headers for those that have builds
 * for glibc only, or that the Debian image brought tools for, and libraries that they open by name while they run, which no
 * list of linked libraries shows.
 */
export function nativePackages(call: Invocation, context: Context): Outcome | undefined {
  const { build, stage, run, workspace, facts, family, release, already } = context;
  if (already) return undefined;
  const installs = installsOf(build, workspace).of(run, stage);
  const own = installs.filter((install) => install.call.span.start === call.span.start);
  if (own.length === 0) return undefined;
  const installer = installerOf(stage, family, release);
  const there = installedIn(context);
  // Where the file installs a compiler of its own, what is compiled on Debian too has all it takes from there and from the image.
  const compiles = [...there].some((name) => /^(build-base|gcc|g\+\+|clang\d*)$/.test(name));
  const needs = own
    .map(({ requirement }) => needsOf(requirement, facts, installer))
    .map((need) => ({ ...need, build: need.build.filter((name) => isWanted(name, need, compiles, context)) }));
  const lacking = (names: readonly string[]) => [
    ...new Set(
      names
        .flatMap((name) => inRelease(name, context) ?? [])
        .filter((name) => !isCovered(name, there, context.present)),
    ),
  ];
  const tools = lacking(needs.flatMap(({ build }) => build));
  // Whose files are copied on, a stage starts nothing itself but what it calls, which works as on Debian.
  const starts = useOf(stage, build) !== "files";
  const opens = needs.flatMap((need) => need.opens).filter((name) => starts || inDebianImage(context).has(name));
  const keeps = lacking([...opens, ...extensionsOf(own, context)]);
  return tools.length + keeps.length > 0 ? { needs: tools, keeps } : undefined;
}

/**
 * What is compiled on Debian too has all it takes there: what the file installs, and what the image has. Static libraries are
 * asked for on Alpine alone, by the Rust of rustup; the kernel's headers come with every compiler of Debian's.
 */
function isWanted(name: string, need: Needs, compiles: boolean, context: StageContext): boolean {
  if (name.endsWith("-static")) return context.family === "rust";
  return !compiles || need.onlyOnAlpine || name === "linux-headers" || inDebianImage(context).has(name);
}

const ofImages = new WeakMap<StageContext["stage"], ReadonlySet<string>>();

/** The Alpine packages that hold what the Debian image has: the full ones stand on buildpack-deps, with headers of many libraries. */
function inDebianImage({ stage, facts, release, family }: StageContext): ReadonlySet<string> {
  const found = ofImages.get(stage);
  if (found) return found;
  const root = rootImage(stage);
  const held = root ? facts.images.preinstalled(root.image, root.tag) : [];
  const names = held.flatMap((name) => {
    const answer = facts.names.toAlpine(name, { release, family });
    return answer.kind === "packages" ? answer.packages : [];
  });
  const set = new Set(names);
  ofImages.set(stage, set);
  return set;
}

/** The extensions of PHP that Composer asks for, as packages: Debian has many within one package. */
function extensionsOf(installs: readonly Install[], { family, release, facts }: StageContext): readonly string[] {
  if (family !== undefined) return [];
  return installs
    .filter(({ requirement }) => requirement.ecosystem === "composer" && inPhpCommon.has(requirement.name))
    .flatMap(({ requirement }) => {
      const answer = facts.names.toAlpine(`php-${requirement.name}`, { release, family });
      return answer.kind === "packages" ? answer.packages : [];
    });
}

/** What Debian's php-common and php-cli hold and Alpine has as packages (the module lists of php8.2-common, bookworm). */
const inPhpCommon: ReadonlySet<string> = new Set(
  "calendar ctype exif ffi fileinfo ftp gettext iconv openssl pcntl pdo phar posix session shmop sockets sodium sysvmsg sysvsem sysvshm tokenizer".split(
    " ",
  ),
);

/** Names of before a package was split or renamed. */
const olderNames: ReadonlyMap<string, string> = new Map([
  ["libpq-dev", "postgresql-dev"],
  ["mariadb-connector-c-dev", "mariadb-dev"],
  ["pcre2-dev", "pcre-dev"],
  ["font-dejavu", "ttf-dejavu"],
]);

function inRelease(name: string, { facts, release }: StageContext): string | undefined {
  if (facts.alpine.resolves(name, release)) return name;
  const older = olderNames.get(name);
  return older !== undefined && facts.alpine.resolves(older, release) ? older : undefined;
}

const known = new WeakMap<StageContext["stage"], ReadonlySet<string>>();

/** The Alpine packages that the file's own installations become, anywhere in the stage and those it is built from. */
function installedIn(context: StageContext): ReadonlySet<string> {
  const { stage, facts, release, family } = context;
  const found = known.get(stage);
  if (found) return found;
  const names = new Set<string>();
  for (let at: StageContext["stage"] | undefined = stage; at; at = at.base.stage) {
    for (const { manager, action, names: asked } of at.runs.flatMap(packageChanges)) {
      if (action !== "add") continue;
      for (const { name } of asked) {
        const answer =
          manager === "apt" ? withoutHeaders(facts.names.toAlpine(name, { release, family }), context) : undefined;
        for (const one of answer?.kind === "packages" ? answer.packages : [name]) names.add(one);
      }
    }
  }
  known.set(stage, names);
  return names;
}

function isCovered(name: string, there: ReadonlySet<string>, present: readonly string[]): boolean {
  if (there.has(name) || present.includes(name)) return true;
  switch (name) {
    case "build-base":
      return there.has("alpine-sdk") || (there.has("gcc") && there.has("musl-dev") && there.has("g++"));
    case "libpq-dev":
      return [...there].some((one) => /^postgresql\d*-dev$/.test(one));
    case "mariadb-connector-c-dev":
      return there.has("mariadb-dev");
    case "make":
    case "g++":
      return there.has("build-base");
    case "pkgconf":
      return there.has("pkgconfig");
    default:
      return false;
  }
}
