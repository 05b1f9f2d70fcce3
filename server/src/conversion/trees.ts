import type { Facts } from "../alpinize";
import { apkCall } from "../model/apk-call";
import { aptCall } from "../model/apt-call";
import { type Build, type Stage, sourcesOf, useOf } from "../model/build";
import { callsOf } from "../model/calls";
import { mayCopyCompiled } from "../model/portable-files";
import { invocation } from "../shell/invocation";
import { alpineBase, type BaseOutcome } from "../translations/base-image";
import { innerCalls } from "../translations/busybox/inner-calls";
import { releaseWithSeries } from "./asked-series";
import { olderRelease } from "./older-release";
import { withoutPython2 } from "./python-2";
import { releaseOfNeighbours } from "./shared-release";

/** Stages that are built FROM one another: they stand on one image, and change it together. */
export interface Tree {
  readonly root: Stage;
  readonly stages: readonly Stage[];
  readonly base: BaseOutcome;
  /** Trees whose compiled files end up in this one. */
  readonly copiesFrom: Tree[];
}

export function treesOf(build: Build, facts: Facts): Tree[] {
  const known = treesByBuild.get(build);
  if (known?.facts === facts) return known.trees;
  const trees = readTrees(build, facts);
  treesByBuild.set(build, { facts, trees });
  return trees;
}

/** Conversions and hazards ask for the same. */
const treesByBuild = new WeakMap<Build, { readonly facts: Facts; readonly trees: Tree[] }>();

function readTrees(build: Build, facts: Facts): Tree[] {
  const trees = new Map<Stage, Tree & { readonly stages: Stage[] }>();
  for (const stage of build.stages) {
    const root = rootOf(stage);
    const tree = trees.get(root) ?? { root, stages: [], base: alpineBase(root.base, build, facts), copiesFrom: [] };
    tree.stages.push(stage);
    trees.set(root, tree);
  }
  for (const [root, tree] of trees) {
    const { base } = tree;
    if (base.kind === "alpine") trees.set(root, { ...tree, base: { ...base, python2: withoutPython2(tree.stages) } });
  }
  const plain = [...trees.values()].filter(isPlain);
  // A plain COPY of text, pictures or scripts hands over nothing that is linked.
  const givesTo = (source: Tree, target: Tree) =>
    target.stages
      .flatMap(({ instructions }) => instructions)
      .filter(mayCopyCompiled)
      .some((instruction) => sourcesOf(instruction, build.stages).some((stage) => source.stages.includes(stage)));
  const older =
    olderRelease(plain, facts) ??
    releaseWithSeries(plain, facts) ??
    releaseOfNeighbours(
      plain,
      [...trees.values()],
      givesTo,
      { mayBeCompiled: (tree) => !isPortable(tree), compiles: ({ stages }) => stages.some(compiles) },
      facts,
    );
  for (const { root, stages, base: newest, copiesFrom } of older ? plain : []) {
    const base = alpineBase(root.base, build, facts, older?.release);
    const notes = base.kind === "alpine" && older ? [...base.notes, older.why] : [];
    const python2 = newest.kind === "alpine" ? newest.python2 : undefined;
    trees.set(root, {
      root,
      stages: [...stages],
      base: { ...base, ...(base.kind === "alpine" && { notes, python2 }) },
      copiesFrom,
    });
  }
  for (const [root, tree] of trees) {
    if (tree.base.kind !== "stop" || !tree.base.isUnknown) continue;
    if (tree.stages.some(callsApt)) trees.set(root, { ...tree, base: stepsOnly(root, tree.base.why, facts) });
    else if (tree.stages.some(callsApk)) trees.set(root, { ...tree, base: alpineBySteps(root, facts) });
  }
  for (const tree of trees.values()) {
    for (const stage of tree.stages) {
      for (const source of stage.copiesFrom) {
        const other = trees.get(rootOf(source));
        if (other && other !== tree && !tree.copiesFrom.includes(other)) tree.copiesFrom.push(other);
      }
    }
  }
  return [...trees.values()];
}

/** From Debian or Ubuntu themselves to Alpine itself: the stages that share files had better share the release. */
function isPlain({ base }: Tree): boolean {
  return base.kind === "alpine" && base.image === "alpine" && !base.already && base.php === undefined;
}

function callsApt({ runs }: Stage): boolean {
  return runs.some(({ script }) => script.commands.some((command) => aptCall(invocation(command)) !== undefined));
}

function callsApk({ runs }: Stage): boolean {
  return runs.some(({ script }) =>
    script.commands.some(
      (command) =>
        !command.conditional && innerCalls(invocation(command)).some((call) => apkCall(call)?.action === "add"),
    ),
  );
}

/** The image is not known, but what its steps call is Alpine's. */
function alpineBySteps(root: Stage, facts: Facts): BaseOutcome {
  return { ...stepsOnly(root, "", facts), notes: [], stop: undefined, already: true };
}

/** Only steps that call apt tell what the image stands on: they can be translated, the image is for the user to name. */
function stepsOnly(
  { base }: Stage,
  why: string,
  { alpine: { newest } }: Facts,
): Extract<BaseOutcome, { kind: "alpine" }> {
  return {
    kind: "alpine",
    image: "alpine",
    tag: newest,
    release: newest,
    to: base.word?.value ?? "",
    edits: [],
    notes: [`The steps are written for Alpine ${newest} now, so name an Alpine image here.`],
    stop: why,
    brings: [],
    already: false,
  };
}

function rootOf(stage: Stage): Stage {
  return stage.base.stage ? rootOf(stage.base.stage) : stage;
}

/**
 * The trees whose conversion makes the last image smaller: the one it stands on, and those whose files go into one that is
 * converted. All others are left alone.
 */
export function wantedTrees(trees: readonly Tree[], build: Build): ReadonlySet<Tree> {
  const wanted = new Set<Tree>();
  const add = (tree: Tree) => {
    if (tree.base.kind !== "alpine" || wanted.has(tree)) return;
    wanted.add(tree);
    if (!tree.base.already) for (const source of tree.copiesFrom) add(source);
  };
  for (const tree of trees) if (tree.stages.some((stage) => useOf(stage, build) === "layers")) add(tree);
  return wanted;
}

/** Families whose usual results run anywhere: byte code, text, or static programs. */
const portable: ReadonlySet<string> = new Set([
  "maven",
  "gradle",
  "eclipse-temurin",
  "openjdk",
  "amazoncorretto",
  "sapmachine",
  "busybox",
  "composer",
  "hugo",
  "alpine/git",
  "node",
]);

/** What a tree builds is byte code or text, whatever its folder holds; what npm installs may be compiled. */
export function isByteCode(tree: Tree): boolean {
  return tree.root.base.official !== "node" && isPortable(tree);
}

const compilers = /^(?:make|cmake|ninja|meson|bazel|gcc|g\+\+|cc|c\+\+|clang(?:\+\+)?|cargo|go|ghc|stack|swift)$/;

/** Something beyond what the family's own tools make: a program, in the end. */
function compiles({ runs }: Stage): boolean {
  return runs.flatMap(callsOf).some(({ name }) => compilers.test(name));
}

/** What a tree builds runs on musl too, although it was built on glibc. */
export function isPortable({ root, stages }: Tree): boolean {
  const { official, reference } = root.base;
  const image = official ?? reference?.path.split("/").at(-1) ?? "";
  if (portable.has(image)) return !stages.some(compiles);
  if (image !== "golang") return false;
  return stages.some(({ instructions, runs }) => {
    const set = instructions.some(({ name, args }) => name === "ENV" && /\bCGO_ENABLED[= ]"?0/.test(args.text));
    return set || runs.some(({ script }) => /\bCGO_ENABLED=0/.test(script.text));
  });
}
