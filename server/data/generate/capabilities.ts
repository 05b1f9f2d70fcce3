import { indexFiles } from "./alpine-lists";
import { readTsv } from "./tsv";

/** What a package brings for others to use: `pc:libpq`, `so:libpq.so.5`, `cmd:curl`, `py:requests`, `dev:libpq` (what a linker is given). */
export type Capability = string;

/** By Debian package, from what its index of contents lists below /usr. Packages that bring nothing of the kind are not in it. */
export function debianCapabilities(source: string): Map<string, readonly Capability[]> {
  const found = new Map<string, readonly Capability[]>();
  for (const row of readTsv(source, "debian/capabilities-bookworm.tsv")) {
    const of = (kind: string) =>
      row(kind)
        .split(" ")
        .filter(Boolean)
        .map((name) => `${kind}:${name}`);
    found.set(row("package"), [...of("pc"), ...of("so"), ...of("cmd"), ...of("py").map(python), ...of("dev")]);
  }
  return found;
}

/** Tables that ship do not tell which recipe a package comes from, indexes do. */
export function knowsOrigins(source: string): boolean {
  return indexFiles(source).some(({ rows }) => rows.some((row) => row("origin") !== ""));
}

/** Who brings what on Alpine, by the indexes that are at hand: of a package the newest that has it. */
export class AlpineProviders {
  readonly #providers = new Map<Capability, Set<string>>();
  readonly #origins = new Map<string, string>();
  readonly #packagesOf = new Map<string, Set<string>>();

  constructor(source: string) {
    const indexes = indexFiles(source).reverse();
    // Main goes first: what moved from community lately has its newer description there.
    for (const { rows } of [...indexes.filter(isMain), ...indexes.filter((one) => !isMain(one))])
      for (const row of rows) {
        const name = row("name");
        if (this.#origins.has(name)) continue;
        this.#origins.set(name, row("origin"));
        add(this.#packagesOf, row("origin"), name);
        for (const provide of row("provides").split(" ")) this.#provides(name, provide.replace(/=.*$/, ""));
      }
  }

  /** Packages with exactly that capability. */
  of(capability: Capability): ReadonlySet<string> {
    return this.#providers.get(capability) ?? this.#providers.get(spelledAlike(capability)) ?? none;
  }

  /** Packages with another version of the library, such as libicuuc.so.76 for libicuuc.so.72. */
  ofOtherVersion(capability: Capability): ReadonlySet<string> {
    return this.#providers.get(`any ${withoutVersion(capability)}`) ?? none;
  }

  /** The -dev packages that come from the recipes whose packages bring the library. */
  developmentOf(library: string): string[] {
    const owners = [...(this.#providers.get(`any ${withoutVersion(`so:${library}.so`)}`) ?? none)];
    const candidates = owners.flatMap((owner) => {
      const origin = this.#origins.get(owner) ?? owner;
      return [...(this.#packagesOf.get(origin) ?? none)].filter((name) => name.endsWith("-dev"));
    });
    return [...new Set(candidates)];
  }

  #provides(name: string, provide: string): void {
    const capability = provide.replace(/^py3[.0-9]*:(.*)$/, (_, module) => python(`py:${module}`));
    add(this.#providers, capability, name);
    if (capability.startsWith("so:")) add(this.#providers, spelledAlike(capability), name);
    if (capability.startsWith("so:")) add(this.#providers, `any ${withoutVersion(capability)}`, name);
  }
}

const none: ReadonlySet<string> = new Set();

const isMain = ({ repository }: { readonly repository: string }) => repository === "main";

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

/** `so:libicuuc.so.72` and `so:libbz2-1.0.so` alike. */
function withoutVersion(library: Capability): string {
  return library.replace(/(?:-[0-9.]+)?\.so(?:\..*)?$/, ".so");
}

/** `liblua-5.3.so.0` is Debian's `liblua5.3.so.0`, `libmsgpack-c.so.2` its `libmsgpackc.so.2`. */
function spelledAlike(library: Capability): string {
  return `alike ${library.replace(/[-_]/g, "")}`;
}

/** Names of Python distributions are the same whatever their case, `-`, `_` and `.`. */
function python(capability: Capability): Capability {
  return capability.toLowerCase().replace(/[-_.]+/g, "-");
}
