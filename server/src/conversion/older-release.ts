import { isAnswered } from "../facts/answered";
import { compareReleases } from "../facts/releases";
import type { Facts, NameAnswer, Release } from "../facts/types";
import { aptNames } from "../model/apt-installed";
import { isPython2 } from "./python-2";
import type { Tree } from "./trees";

/** An Alpine release that still has what the newest one lacks. */
export interface OlderRelease {
  readonly release: Release;
  /** One sentence for people, with the reason and the way out. */
  readonly why: string;
}

/**
 * Nobody is led further back: before 3.9 Alpine's TLS library was LibreSSL or OpenSSL 1.0, which refuse the certificate chains of many
 * servers today, so that builds fail where they fetch something; and of no release before it are sizes known.
 */
const oldest = "3.9";

/**
 * Where stages on plain Debian or Ubuntu install what has left Alpine, such as Python 2: the release that has most of what they
 * install, the newest of several, but none before 3.9. Undefined when that is the newest there is.
 */
export function olderRelease(trees: readonly Tree[], { alpine, names }: Facts): OlderRelease | undefined {
  const wanted = [...new Set(trees.flatMap(needed))];
  const answer = (name: string, release: Release): NameAnswer => names.toAlpine(name, { release, family: undefined });
  const gone = wanted.filter((name) => answer(name, alpine.newest).kind === "no-equivalent");
  if (gone.length === 0) return undefined;
  // Few releases have any of it, and only these are asked for everything.
  const having = alpine.releases.filter(
    (release) => compareReleases(release, oldest) >= 0 && gone.some((name) => isAnswered(answer(name, release))),
  );
  const lacking = (release: Release) => wanted.filter((name) => !isAnswered(answer(name, release))).length;
  let release = alpine.newest;
  let fewest = lacking(release);
  for (const one of having.reverse()) {
    const count = lacking(one);
    if (count < fewest) [release, fewest] = [one, count];
  }
  if (release === alpine.newest) return undefined;
  const back = gone.filter((name) => isAnswered(answer(name, release)));
  const [first] = back.map((name) => answer(name, alpine.newest));
  const reason = first?.kind === "no-equivalent" ? first : undefined;
  const support = alpine.support(release);
  const ended = support?.ended ? `its support ended on ${support.until}` : `it is supported until ${support?.until}`;
  const wayOut = reason?.instead === undefined ? "" : ` To move on: ${reason.instead}.`;
  const why = `Alpine ${release} is the newest known to have ${back.join(", ")} (${reason?.why}), and ${ended}.${wayOut}`;
  return { release, why };
}

/** What the stages install, but for packages of Python 2 that they get on without. */
function needed({ stages, base }: Tree): string[] {
  const installs = aptNames(stages.flatMap(({ runs }) => runs));
  return base.kind === "alpine" && base.python2 !== undefined ? installs.filter((name) => !isPython2(name)) : installs;
}
