import type { AlpineIndex, Provider } from "./alpine-index";
import { type ApkRequest, fits, readApkRequest } from "./apk-request";
import { compareVersions } from "./apk-version";

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
  const requests = requested.map(readApkRequest);
  const first = withoutRashChoice(index, requests, present);
  const unwanted = first.barred.find((name) => present.has(name) && !isBase(name));
  if (unwanted === undefined) return first;
  // What is there and must go is replaced by another provider of what it stood for, if there is one.
  const kept = [...present].filter((name) => name !== unwanted);
  const { added, ...second } = new Solver(index, new Set()).run([...kept.map(readApkRequest), ...requests]);
  return { ...second, added: new Set([...added].filter((name) => !present.has(name))) };
}

/** A choice between providers can turn out wrong when a later one asks for its rival by name: apk then takes the rival for both. */
function withoutRashChoice(index: AlpineIndex, requests: readonly ApkRequest[], present: ReadonlySet<string>): Run {
  const first = new Solver(index, present).run(requests);
  const rash = first.chosen.filter((name) => index.rivalsOf(name).some((rival) => first.added.has(rival)));
  if (first.refusal === undefined || rash.length === 0) return first;
  const second = new Solver(index, present, new Set(rash)).run(requests);
  return second.refusal === undefined ? second : first;
}

const isBase = (name: string) => baseSystem.some((one) => one === name);

interface Run extends Solution {
  /** Packages that are wanted and unwanted. */
  readonly barred: readonly string[];
  /** Packages that were taken from several providers of a name. */
  readonly chosen: readonly string[];
}

class Solver {
  readonly #selected: Set<string>;
  /** Packages that must not be installed, with the reason as apk puts it. */
  readonly #barred = new Map<string, string>();
  readonly #missing = new Set<string>();
  readonly #gaps = new Set<string>();
  readonly #chosen: string[] = [];
  /** Packages whose `install_if` names something selected. */
  readonly #waiting = new Set<string>();
  readonly #queue: { readonly name: string; readonly certain: boolean }[] = [];
  /** What was asked for, by name: of several words for one name the last one holds. */
  #world: ReadonlyMap<string, ApkRequest> = new Map();

  constructor(
    private readonly index: AlpineIndex,
    private readonly present: ReadonlySet<string>,
    /** Providers that are not to be chosen where there is another. */
    private readonly avoided: ReadonlySet<string> = new Set(),
  ) {
    this.#selected = new Set(present);
    for (const name of present) for (const waiting of index.waitingFor(name)) this.#waiting.add(waiting);
  }

  run(requests: readonly ApkRequest[]): Run {
    this.#world = new Map(requests.map((request) => [request.name, request]));
    for (const request of this.#world.values()) {
      if (request.conflict) this.#bar(request, `breaks: world[${request.word}]`);
      else this.#queue.push({ name: request.name, certain: true });
    }
    let fresh: readonly string[] = [];
    do {
      this.#drain();
      fresh = this.#automatic();
      for (const name of fresh) this.#add(name);
    } while (fresh.length > 0);
    return {
      added: new Set([...this.#selected].filter((name) => !this.present.has(name))),
      missing: [...this.#world.keys()].filter((name) => this.#missing.has(name)),
      gaps: [...this.#gaps],
      refusal: this.#refusal(),
      barred: this.#conflicting,
      chosen: this.#chosen,
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
      this.#chosen.push(best.name);
      this.#add(best.name);
    }
  }

  #satisfied(name: string): boolean {
    const request = this.#world.get(name);
    return this.index
      .providers(name)
      .some((one) => this.#selected.has(one.name) && (!request || request.conflict || this.#answers(one, request)));
  }

  /** Providers apk takes without being asked for them by name. */
  #choices(name: string): Provider[] {
    const request = this.#world.get(name);
    return this.index
      .providers(name)
      .filter((provider) => provider.versioned || this.#priority(provider) > 0)
      .filter((provider) => request === undefined || request.conflict || this.#answers(provider, request));
  }

  /** Whether the provider has the version asked for. */
  #answers(provider: Provider, request: ApkRequest): boolean {
    if (request.operator === "") return true;
    if (!provider.versioned) return false;
    // Commands and other names have the version of their package; libraries have their own, which the tables lack.
    const known = !/^(so|pc):/.test(request.name) && this.index.entry(provider.name)?.release === this.index.release;
    return !known || fits(this.#version(provider.name), request);
  }

  #prefer(a: Provider, b: Provider, wanted: string): number {
    return (
      Number(this.avoided.has(b.name)) - Number(this.avoided.has(a.name)) ||
      Number(this.#isOpen(a.name)) - Number(this.#isOpen(b.name)) ||
      (a.versioned && b.versioned ? compareVersions(this.#version(a.name), this.#version(b.name)) : 0) ||
      this.#priority(a) - this.#priority(b) ||
      Number(this.index.isMain(a.name)) - Number(this.index.isMain(b.name)) ||
      Number(a.name === wanted) - Number(b.name === wanted) ||
      compareVersions(this.#version(a.name), this.#version(b.name)) ||
      (a.name < b.name ? -1 : 1)
    );
  }

  /** Neither unwanted itself nor in need of something that only unwanted packages provide, a few steps down. */
  #isOpen(name: string, depth = 4): boolean {
    if (this.#barred.size === 0 || this.#selected.has(name)) return true;
    if (this.#barred.has(name)) return false;
    if (depth === 0) return true;
    return (this.index.entry(name)?.depends ?? []).every((word) => {
      if (word.startsWith("!")) return true;
      const providers = this.index.providers(readApkRequest(word).name);
      return providers.length === 0 || providers.some((one) => this.#isOpen(one.name, depth - 1));
    });
  }

  #add(name: string): void {
    if (this.#selected.has(name)) return;
    this.#selected.add(name);
    for (const waiting of this.index.waitingFor(name)) this.#waiting.add(waiting);
    for (const rival of this.index.rivalsOf(name)) this.#because(rival, `conflicts: ${this.#full(name)}`);
    const entry = this.index.entry(name);
    const certain = entry?.release === this.index.release;
    for (const word of entry?.depends ?? []) {
      if (word.startsWith("!")) this.#bar(readApkRequest(word), `breaks: ${this.#full(name)}[${word}]`, name);
      else this.#queue.push({ name: word, certain });
    }
  }

  /** Keeps out every package that stands for the name, but for the one that said so. */
  #bar(request: ApkRequest, reason: string, by?: string): void {
    for (const provider of this.index.providers(request.name))
      if (provider.name !== by && this.#answers(provider, request)) this.#because(provider.name, reason);
  }

  #because(name: string, reason: string): void {
    if (!this.#barred.has(name)) this.#barred.set(name, `${this.#full(name)}: ${reason}`);
  }

  /** What installs itself now: every package whose conditions are met. */
  #automatic(): string[] {
    if (this.#selected.has("docs"))
      for (const name of this.#selected) this.#waiting.add(this.index.documentationOf(name) ?? name);
    return [...this.#waiting].filter((name) => {
      if (this.#selected.has(name) || this.#barred.has(name)) return false;
      const conditions = this.index.entry(name)?.installIf ?? [];
      return (
        conditions.length > 0 &&
        conditions.every((word) => {
          const request = readApkRequest(word);
          return this.#satisfied(request.name) !== request.conflict;
        })
      );
    });
  }

  #refusal(): string | undefined {
    for (const name of this.#missing) {
      const providers = this.index.providers(name);
      const request = this.#world.get(name);
      const [other] = providers.filter(({ versioned }) => versioned);
      if (providers.length === 0) return `${name} (no such package)`;
      if (other && request) return `${this.#full(other.name)}: breaks: world[${request.word}]`;
      const names = providers.map((one) => one.name).join(" ");
      return `${name} (virtual): note: please select one of the 'provided by' packages explicitly provided by: ${names}`;
    }
    const [conflicting] = this.#conflicting;
    return conflicting === undefined ? undefined : this.#barred.get(conflicting);
  }

  /** Packages that are wanted and unwanted. */
  get #conflicting(): readonly string[] {
    return [...this.#barred.keys()].filter((name) => this.#selected.has(name)).sort();
  }

  #full(name: string): string {
    return `${name}-${this.#version(name)}`;
  }

  #priority({ name, priority }: Provider): number {
    return priority ?? this.index.entry(name)?.priority ?? 0;
  }

  #version(name: string): string {
    return this.index.entry(name)?.version ?? "";
  }
}
