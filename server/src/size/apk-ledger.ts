import type { Facts, Release } from "../facts/types";
import type { PackageChange } from "../model/packages";
import type { Run } from "../model/run";
import { invocation } from "../shell/invocation";
import { apkCache, leavesNothing } from "./caches";
import { asDerived, asSibling, type Part, unknownPart } from "./part";

/** The Alpine image a stage stands on. */
export interface AlpineRoot {
  readonly release: Release;
  /** The release is not the image's own, as nobody knows that one. */
  readonly assumed: boolean;
  /** What the image holds before the first instruction. */
  readonly packages: readonly string[];
}

interface Request {
  readonly names: readonly string[];
  readonly virtual: string | undefined;
  /** Nobody asked for them by name: a script finds out what the build linked to. */
  readonly guessed: boolean;
}

/** What apk has put into the layers of a stage so far. */
export class ApkLedger {
  constructor(
    private readonly facts: Facts,
    private readonly root: AlpineRoot,
    /** What apk was asked to keep, in order: its `world`. */
    private world: readonly Request[] = [],
    /** What is there beyond the image. */
    private present: ReadonlySet<string> = new Set(),
    private hasCache = false,
  ) {}

  /** For a stage that goes on from here. */
  copy(): ApkLedger {
    return new ApkLedger(this.facts, this.root, this.world, this.present, this.hasCache);
  }

  /** What the RUN adds to its layer: what is there at its end and was not before. Removing what is older frees nothing. */
  add(run: Run, changes: readonly PackageChange[]): Part[] {
    const parts: Part[] = [];
    const removed: string[] = [];
    const keepsLinked = run.script.commands.some((command) => invocation(command).name === "scanelf");
    const asked: string[] = [];
    for (const change of changes) {
      const names = change.names.map(({ name }) => name).filter((name) => !name.startsWith("!"));
      if (change.action === "upgrade") parts.push(unknownPart("apk upgrade", "how much is newer now is not known"));
      if (change.action === "add") {
        // A second virtual package of one name takes the place of the first.
        if (change.virtual !== undefined) removed.push(...this.remove([change.virtual]));
        this.world = [...this.world, { names, virtual: change.virtual, guessed: false }];
        asked.push(...names);
        if (!keepsLinked)
          parts.push(...change.unknown.map(({ value }) => unknownPart(value, "the variable's value is not known")));
      }
      if (change.action === "remove") removed.push(...this.remove(names));
    }
    if (keepsLinked && removed.length > 0) {
      const names = this.facts.alpine.linked(removed, this.root.release);
      this.world = [...this.world, { names, virtual: undefined, guessed: true }];
    }
    return [...parts, ...this.installed(asked), ...this.cache(run, changes)];
  }

  /** @returns the package names that are no longer asked for. */
  private remove(words: readonly string[]): string[] {
    const gone = new Set(words.map(nameOf));
    const removed: string[] = [];
    this.world = this.world.flatMap((request) => {
      if (request.virtual !== undefined && gone.has(request.virtual)) {
        removed.push(...request.names);
        return [];
      }
      if (request.virtual !== undefined) return [request];
      removed.push(...request.names.filter((name) => gone.has(nameOf(name))));
      return [{ ...request, names: request.names.filter((name) => !gone.has(nameOf(name))) }];
    });
    return removed;
  }

  private installed(asked: readonly string[]): Part[] {
    const { release, packages: base } = this.root;
    const closureOf = (requests: readonly Request[]) =>
      this.facts.alpine.closure(
        requests.flatMap(({ names }) => names.map(nameOf)),
        release,
        base,
      );
    const closure = closureOf(this.world);
    const guesses = this.world.some(({ guessed }) => guessed);
    const sure = guesses ? closureOf(this.world.filter(({ guessed }) => !guessed)) : closure;
    const named = new Set(sure.packages.map(({ name }) => name));
    const added = closure.packages.filter(({ name }) => !this.present.has(name));
    this.present = new Set(closure.packages.map(({ name }) => name));
    const missing = closure.missing.filter((name) => asked.some((word) => nameOf(word) === name));
    return [
      ...added.map(({ name, installed, download }) => ({
        name,
        disk: this.mark(installed, !named.has(name)),
        download: this.mark(download, !named.has(name)),
      })),
      ...missing.map((name) => unknownPart(name, `Alpine ${release} has no package of this name`)),
    ];
  }

  private mark(size: Part["disk"], guessed: boolean): Part["disk"] {
    const own = guessed ? asDerived(size, "guessed from the headers that were installed to build with") : size;
    return this.root.assumed ? asSibling(own, `read from Alpine ${this.root.release}`) : own;
  }

  private cache(run: Run, changes: readonly PackageChange[]): Part[] {
    const keeps = changes.some(({ keepsCache }) => keepsCache);
    if (!keeps || this.hasCache || leavesNothing(run, apkCache)) return [];
    this.hasCache = true;
    const size = this.facts.alpine.indexes(this.root.release);
    return [{ name: apkCache, disk: size, download: size }];
  }
}

/** Without the version and the repository it was asked from: sizes are the same but for a little. */
function nameOf(word: string): string {
  return word.replace(/[<>=~@].*$/, "");
}
