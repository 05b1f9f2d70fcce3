import { isAnswered } from "../facts/answered";
import type { Facts, NameSource, Release, VersionChange } from "../facts/types";
import { aptNames } from "../model/apt-installed";
import { packageSource } from "../model/package-source";
import type { OlderRelease } from "./older-release";
import type { Tree } from "./trees";

/** What plain stages install on a release. */
interface Result {
  /** Products that come in another series than the Dockerfile names (`php8.2-cli`, `node_20.x`). */
  readonly changed: ReadonlyMap<string, VersionChange>;
  readonly lacking: number;
}

/**
 * The newest release that is still supported and has more of the series that the Dockerfile asks for by number than the
 * newest release, and lacks nothing that one has. Undefined when the newest does as well.
 */
export function releaseWithSeries(trees: readonly Tree[], facts: Facts): OlderRelease | undefined {
  const { alpine } = facts;
  const wanted = trees.flatMap(({ root, stages }) => {
    const source = packageSource(root, facts);
    return aptNames(stages.flatMap(({ runs }) => runs)).map((name) => ({ name, source }));
  });
  const on = (release: Release) => resultOf(wanted, release, facts);
  const newest = on(alpine.newest);
  if (newest.changed.size === 0) return undefined;
  let best: { release: Release; result: Result } | undefined;
  for (const release of [...alpine.releases].reverse()) {
    if (release === alpine.newest || alpine.support(release)?.ended !== false) continue;
    const result = on(release);
    const fewest = best?.result.changed.size ?? newest.changed.size;
    if (result.changed.size < fewest && result.lacking <= newest.lacking) best = { release, result };
  }
  if (!best) return undefined;
  const { release, result } = best;
  const kept = [...newest.changed.values()].filter(({ product }) => !result.changed.has(product));
  const had = kept.map(({ product, before }) => `${product} ${before}`).join(" and ");
  const has = kept.map(({ product, after }) => (after === undefined ? product : `${product} ${after}`)).join(" and ");
  const why = `Alpine ${release} is the newest with ${had}, as asked for here (${alpine.newest} has ${has}); it is supported until ${alpine.support(release)?.until}.`;
  return { release, why };
}

/** A name behind `apt-get install`, and what apt takes it from. */
interface Wanted {
  readonly name: string;
  readonly source: NameSource | undefined;
}

function resultOf(wanted: readonly Wanted[], release: Release, { names }: Facts): Result {
  const changed = new Map<string, VersionChange>();
  let lacking = 0;
  for (const { name, source } of wanted) {
    const answer = names.toAlpine(name, { release, family: undefined, source });
    if (!isAnswered(answer)) lacking++;
    const change = answer.kind === "packages" ? answer.version : undefined;
    if (change?.before !== undefined && isAsked(change, source)) changed.set(change.product, change);
  }
  return { changed, lacking };
}

/** By the name of the package, or the address of a repository for one series. */
function isAsked({ product, isNamed }: VersionChange, source: NameSource | undefined): boolean {
  return isNamed || source?.repositories?.get(product)?.series !== undefined;
}
