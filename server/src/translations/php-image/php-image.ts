import { readImageTag } from "../../facts/image-tag";
import { compareReleases } from "../../facts/releases";
import type { Facts, Release } from "../../facts/types";
import { compareSeries } from "../../facts/versions";
import type { Stage } from "../../model/build";
import { rootImage } from "../../model/platform";

/** `php:8.2-apache`: only Debian's PHP image serves with Apache, but Alpine has packages of both. */
export interface PhpImage {
  /** `8.2` */
  readonly series: string;
  /** Alpine's name for it, with which its packages begin: `php82`; `php7` in releases that have one PHP 7. */
  readonly name: string;
  /** The newest Alpine release that has this series, with its module for Apache. */
  readonly release: Release;
}

/** The image a stage stands on after all its `FROM stage` steps, when it is one of these. */
export function phpImageOf(stage: Stage, facts: Facts): PhpImage | undefined {
  const root = rootImage(stage);
  return root && phpImage(root.image, root.tag, facts);
}

/** True by the words of the tag alone. */
export function standsOnPhpApache(stage: Stage): boolean {
  const root = rootImage(stage);
  return root?.image === "php" && versionOf(root.tag) !== undefined;
}

export function phpImage(image: string, tag: string, facts: Facts): PhpImage | undefined {
  const version = image === "php" ? versionOf(tag) : undefined;
  const series = version === undefined ? undefined : seriesOf(version, facts);
  return series === undefined ? undefined : onAlpine(series, facts);
}

/** `8.2.12` of `8.2.12-apache-bookworm`, empty for `apache`; undefined for other variants and for what is not released yet. */
function versionOf(tag: string): string | undefined {
  const { words } = readImageTag(tag);
  const rest = words.filter((word) => word !== "apache");
  if (rest.length + 1 !== words.length || rest.length > 1) return undefined;
  const [version = ""] = rest;
  return /^(\d+(\.\d+){0,2})?$/.test(version) ? version : undefined;
}

function seriesOf(version: string, { images }: Facts): string | undefined {
  const own = /^\d+\.\d+/.exec(version)?.[0];
  if (own !== undefined) return own;
  const series = images.knownTags("php").flatMap((tag) => /^(\d+\.\d+)-apache$/.exec(tag)?.[1] ?? []);
  const newest = series.filter((one) => version === "" || one.startsWith(`${version}.`)).sort(compareSeries);
  return newest.at(-1) ?? lastOf[version];
}

/** The last series of the majors that are not built any more. */
const lastOf: Readonly<Record<string, string>> = { "5": "5.6", "7": "7.4" };

const known = new WeakMap<Facts, Map<string, PhpImage | undefined>>();

function onAlpine(series: string, facts: Facts): PhpImage | undefined {
  const answers = known.get(facts) ?? new Map<string, PhpImage | undefined>();
  known.set(facts, answers);
  if (!answers.has(series)) answers.set(series, find(series, facts));
  return answers.get(series);
}

function find(series: string, { alpine, names }: Facts): PhpImage | undefined {
  for (const release of [...alpine.releases].sort(compareReleases).reverse()) {
    const answer = names.toAlpine(`libapache2-mod-php${series}`, { release, family: undefined, source: anywhere });
    // Another series would come with a change of version.
    if (answer.kind !== "packages" || answer.version !== undefined) continue;
    const name = answer.packages.flatMap((one) => /^(php\d+)-apache2$/.exec(one)?.[1] ?? [])[0];
    if (name !== undefined) return { series, name, release };
  }
  return undefined;
}

const anywhere = { name: "debian", release: undefined };
