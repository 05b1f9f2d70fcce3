import type { AlpineIndex, Provider } from "./alpine-index";
import { type ApkRequest, compareVersions, fits, readApkRequest } from "./apk-request";

/** What apk would do: the packages it adds, or why it refuses. */
export interface Solution {
  readonly added: ReadonlySet<string>;
  /** Requested names nothing stands for. */
  readonly missing: readonly string[];
  /** Dependencies nothing stands for, of packages described by another release's index: a gap in what we know, not in Alpine. */
  readonly gaps: readonly string[];
  /** In apk's kind of words; undefined when it would install. */
  readonly refusal: string | undefined;
}

/** What every Alpine holds before the first `apk add`. */
export const baseSystem = ["alpine-baselayout", "alpine-keys", "apk-tools", "busybox", "libc-utils"] as const;

/**
 * Chooses packages as apk's solver does: names first, then what one package alone provides, then the provider of highest
 * priority; packages whose `install_if` is met join at the end of each round.
 */
export function solve(index: AlpineIndex, requested: readonly string[], present: ReadonlySet<string>): Solution {
  return new Solver(index, present).run(requested.map(readApkRequest));
}

class Solver {
  readonly #selected: Set<string>;
  readonly #banned = new Set<string>();
  readonly #missing = new Set<string>();
  readonly #gaps = new Set<string>();
  /** Packages whose `install_if` names something selected. */
  readonly #waiting = new Set<string>();
  readonly #queue: { readonly name: string; readonly certain: boolean }[] = [];

  constructor(
    private readonly index: AlpineIndex,
    private readonly present: ReadonlySet<string>,
  ) {
    this.#selected = new Set(present);
    for (const name of present) for (const waiting of index.waitingFor(name)) this.#waiting.add(waiting);
  }

  run(requests: readonly ApkRequest[]): Solution {
    const broken = requests.flatMap((request) => this.#tooStrict(request));
    // Of `!name` and `name` the later word holds.
    const world = new Map(requests.map((request) => [request.name, request]));
    for (const { name, conflict } of world.values()) {
      if (conflict) this.#banned.add(name);
      else this.#queue.push({ name, certain: true });
    }
    let fresh: readonly string[] = [];
    do {
      this.#drain();
      fresh = this.#automatic();
      for (const name of fresh) this.#add(name);
    } while (fresh.length > 0);
    return {
      added: new Set([...this.#selected].filter((name) => !this.present.has(name))),
      missing: requests.map(({ name }) => name).filter((name) => this.#missing.has(name)),
      gaps: [...this.#gaps],
      refusal: broken[0] ?? this.#refusal(),
    };
  }

  /** Takes what has one answer first; a choice waits until nothing else is left, as it may have been made by then. */
  #drain(): void {
    let open: string[] = [];
    for (;;) {
      for (let wanted = this.#queue.shift(); wanted !== undefined; wanted = this.#queue.shift()) {
        const { name, certain } = wanted;
        if (this.#satisfied(name)) continue;
        const choices = this.#choices(name);
        if (choices.length === 0) (certain ? this.#missing : this.#gaps).add(name);
        const [only] = choices;
        if (choices.length === 1 && only) this.#add(only.name);
        else if (choices.length > 1) open.push(name);
      }
      open = open.filter((name) => !this.#satisfied(name));
      const name = open.shift();
      if (name === undefined) return;
      const best = this.#choices(name).reduce((a, b) => (this.#prefer(a, b, name) >= 0 ? a : b));
      this.#add(best.name);
    }
  }

  #satisfied(name: string): boolean {
    return this.#selected.has(name) || this.index.providers(name).some((provider) => this.#selected.has(provider.name));
  }

  /** Providers apk takes without being asked for them by name. */
  #choices(name: string): Provider[] {
    return this.index
      .providers(name)
      .filter((provider) => provider.versioned || (provider.priority ?? this.#priority(provider.name)) > 0);
  }

  #prefer(a: Provider, b: Provider, wanted: string): number {
    return (
      Number(!this.#banned.has(a.name)) - Number(!this.#banned.has(b.name)) ||
      this.#priority(a.name) - this.#priority(b.name) ||
      Number(a.name === wanted) - Number(b.name === wanted) ||
      compareVersions(this.#version(a.name), this.#version(b.name)) ||
      (a.name < b.name ? -1 : 1)
    );
  }

  #add(name: string): void {
    if (this.#selected.has(name)) return;
    this.#selected.add(name);
    for (const waiting of this.index.waitingFor(name)) this.#waiting.add(waiting);
    const entry = this.index.entry(name);
    const certain = entry?.release === this.index.release;
    for (const word of entry?.depends ?? []) {
      if (word.startsWith("!")) this.#banned.add(word.slice(1));
      else this.#queue.push({ name: word, certain });
    }
  }

  /** What installs itself now: every package whose conditions are met. */
  #automatic(): string[] {
    if (this.#selected.has("docs"))
      for (const name of this.#selected) this.#waiting.add(this.index.documentationOf(name) ?? name);
    return [...this.#waiting].filter((name) => {
      if (this.#selected.has(name) || this.#banned.has(name)) return false;
      return (this.index.entry(name)?.installIf ?? []).every((word) => {
        const request = readApkRequest(word);
        return this.#satisfied(request.name) !== request.conflict;
      });
    });
  }

  /** A version asked for that the index does not have. */
  #tooStrict(request: ApkRequest): string[] {
    const entry = this.index.entry(request.name);
    if (request.conflict || entry?.release !== this.index.release || fits(entry.version, request)) return [];
    return [`${entry.name}-${entry.version}: breaks: world[${request.name}${request.operator}${request.version}]`];
  }

  #refusal(): string | undefined {
    const [missing] = this.#missing;
    if (missing !== undefined) {
      const choices = this.index.providers(missing).map(({ name }) => name);
      return choices.length > 0
        ? `${missing} (virtual): provided by ${choices.join(", ")}; name one of them`
        : `${missing} (no such package)`;
    }
    for (const name of this.#banned)
      for (const provider of this.index.providers(name))
        if (this.#selected.has(provider.name) && !this.index.entry(provider.name)?.depends.includes(`!${name}`))
          return `${provider.name}: conflicts: ${name}`;
    return undefined;
  }

  #priority(name: string): number {
    return this.index.entry(name)?.priority ?? 0;
  }

  #version(name: string): string {
    return this.index.entry(name)?.version ?? "";
  }
}
