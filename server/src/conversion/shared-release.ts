import { compareReleases } from "../facts/releases";
import type { Facts, Release } from "../facts/types";
import { aptNames } from "../model/apt-installed";
import { packageSource } from "../model/package-source";
import type { OlderRelease } from "./older-release";
import type { Tree } from "./trees";

/** What plain stages stand beside: a tree on an image whose Alpine release is given. */
interface Neighbour {
  readonly tree: Tree;
  readonly release: Release;
  readonly image: string;
}

/** What a tree hands over. */
interface Results {
  /** It is not known to be text, byte code or static. */
  readonly mayBeCompiled: (tree: Tree) => boolean;
  /** A compiler or build system is called. */
  readonly compiles: (tree: Tree) => boolean;
}

/**
 * The older release that another stage's image stands on, where compiled files go from one to the other: a program finds the
 * libraries it was linked with only where they have the same version, and one that was built on a newer release may miss something on an
 * older one. Undefined when the newest release serves as well.
 */
export function releaseOfNeighbours(
  plain: readonly Tree[],
  trees: readonly Tree[],
  givesTo: (source: Tree, target: Tree) => boolean,
  { mayBeCompiled, compiles }: Results,
  facts: Facts,
): OlderRelease | undefined {
  const { newest } = facts.alpine;
  const neighbours = trees.flatMap((tree): Neighbour[] =>
    tree.base.kind === "alpine" && !plain.includes(tree) && compareReleases(tree.base.release, newest) < 0
      ? [{ tree, release: tree.base.release, image: tree.base.to }]
      : [],
  );
  for (const one of plain) {
    for (const { tree, release, image } of neighbours) {
      const library = givesTo(tree, one) && mayBeCompiled(tree) ? changedLibrary(one, release, facts) : undefined;
      if (library !== undefined)
        return {
          release,
          why: `Alpine ${release}, as ${image} stands on it: what is built there may need ${library}, of which Alpine ${newest} has another version. ${supportOf(release, facts)}`,
        };
      if (givesTo(one, tree) && mayBeCompiled(one) && compiles(one))
        return {
          release,
          why: `Alpine ${release}, as ${image} stands on it: what is built on a newer release may not run there. ${supportOf(release, facts)}`,
        };
    }
  }
  return undefined;
}

/** Of what a stage installs: the first library that the newest release has in another version than `release`. */
function changedLibrary({ root, stages }: Tree, release: Release, facts: Facts): string | undefined {
  const { alpine, names } = facts;
  const source = packageSource(root, facts);
  const packages = aptNames(stages.flatMap(({ runs }) => runs)).flatMap((name) => {
    const answer = names.toAlpine(name, { release, family: undefined, source });
    return answer.kind === "packages" ? answer.packages : [];
  });
  return packages
    .flatMap((name) => alpine.libraries(name, release))
    .find((library) => !alpine.resolves(`so:${library}`, alpine.newest));
}

function supportOf(release: Release, { alpine }: Facts): string {
  const support = alpine.support(release);
  if (!support) return "";
  return support.ended
    ? `Its support ended on ${support.until}: to move on, start from a newer image.`
    : `It is supported until ${support.until}.`;
}
