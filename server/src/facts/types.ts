import type { Python2Module } from "./python-2-modules";

/** How a figure is known. `sibling`: read for another release, version or architecture. `derived`: computed from other figures. */
export type Basis = "exact" | "sibling" | "derived" | "unknown";

/** A figure in bytes that says where it comes from; `bytes` is undefined exactly when the basis is `unknown`. */
export interface Size {
  readonly bytes: number | undefined;
  readonly basis: Basis;
  /** Day the source was read or built, `YYYY-MM-DD`, when known. */
  readonly date?: string | undefined;
  /** What the figure rests on, in a few words, when it is not exact. */
  readonly why?: string | undefined;
  /** Parts of a sum whose sizes nobody knows, by their names; the figure is without them. */
  readonly leftOut?: readonly string[];
}

/** An Alpine release branch such as `3.22`. */
export type Release = string;

export interface Facts {
  readonly images: ImageFacts;
  readonly alpine: AlpineFacts;
  readonly names: NameFacts;
  readonly debian: DebianFacts;
  readonly native: NativeFacts;
}

// ---- packages of languages ----

/** `go`: modules, `maven`: `group:artifact`, `composer`: extensions of PHP that are asked for. */
export type Ecosystem = "pip" | "gem" | "npm" | "cargo" | "go" | "maven" | "composer";

/** What one package of a language needs on Alpine. */
export interface NativePackage {
  /**
   * `never`: neither a build for musl nor a source that the installer can build; `compiled`: built where it is
   * installed, or from `muslFrom` on published for musl; `pure`: nothing is compiled.
   */
  readonly kind: "never" | "compiled" | "pure";
  /** The first version that is published for musl; undefined when none is known. */
  readonly muslFrom: string | undefined;
  /** There are builds for glibc, so that it is not compiled on Debian. */
  readonly glibcBuilds: boolean;
  /** The oldest Python that has these versions, e.g. `3.9`. */
  readonly python: string | undefined;
  /** Alpine packages to compile it; undefined: compiling it is not realistic. */
  readonly build: readonly BuildPackage[] | undefined;
  /** Alpine packages whose library it opens, or whose program it starts, by name while it runs. */
  readonly opens: readonly string[];
  /** For `never` a clause that says why; otherwise an advice, or empty. */
  readonly note: string;
  /** The first version whose gem for Linux, which names no C library, runs on musl too. */
  readonly linuxFrom: string | undefined;
}

/** An Alpine package that compiling needs. */
export interface BuildPackage {
  readonly name: string;
  /** Only versions from this one on need it. */
  readonly from: string | undefined;
}

export interface NativeFacts {
  /** @param name as the ecosystem normalizes it: pip's in lower case with hyphens. Undefined: nothing is known. */
  find(ecosystem: Ecosystem, name: string): NativePackage | undefined;
}

// ---- images ----

/** What an Alpine variant lacks of what the Debian image holds beyond plain Debian. */
export interface Lacking {
  /** Alpine packages that bring the programs, by name. */
  readonly packages: readonly string[];
  /** How many packages with headers (`-dev`) there are. */
  readonly headers: number;
}

export interface ImageFacts {
  /**
   * True for a family of the official library (`python`), given without registry or `library/`, and for one outside that the
   * tables have (`mcr.microsoft.com/dotnet/sdk`).
   */
  isKnown(image: string): boolean;
  /** The official family whose language the image brings (`python` for `ghcr.io/astral-sh/uv:python3.13-alpine`). */
  language(image: string, tag: string): string | undefined;
  /** The distribution a tag stands on, as the tables know or derive it from the tag's words; undefined for unknown images. */
  distribution(image: string, tag: string): Distribution | undefined;
  /** The Alpine image to use instead of `image:tag`. */
  alpineVariant(image: string, tag: string): AlpineVariant;
  /** The tag of the slim variant, when the tables know it. */
  slimVariant(image: string, tag: string): string | undefined;
  /** Known sizes of the image; undefined when no reading is near enough to be meaningful. */
  size(image: string, tag: string): ImageSize | undefined;
  /** Of a program that Debian's images hold and busybox lacks: the Debian packages that have it, and the Alpine package to add. */
  program(name: string): { readonly debian: readonly string[]; readonly alpine: string } | undefined;
  /** What a Debian image holds and its Alpine variant lacks; undefined when either is not known. */
  lacks(image: string, tag: string): Lacking | undefined;
  /** Package names the image holds (of its own package manager), as far as known. */
  preinstalled(image: string, tag: string): readonly string[];
  /** Tags of the family known to exist now, for completion and for "nearest" answers. */
  knownTags(image: string): readonly string[];
  /** Families that are built now and whose names start with `prefix`, for completion. */
  families(prefix: string): readonly string[];
  /** Families near to a mistyped one. */
  nearest(image: string): readonly string[];
}

export interface Distribution {
  readonly name: "alpine" | "debian" | "ubuntu" | string;
  /** `3.24`, `bookworm`, `24.04` ...; undefined when not known. */
  readonly release: string | undefined;
  readonly basis: Basis;
}

export type AlpineVariant =
  | {
      readonly kind: "variant";
      readonly image: string;
      readonly tag: string;
      readonly release: Release;
      /** What the user should know: end of life, a pin that could not be kept ... one sentence each. */
      readonly notes: readonly string[];
    }
  | { readonly kind: "already"; readonly release: Release | undefined }
  | { readonly kind: "none"; readonly why: string; readonly instead: string | undefined }
  | { readonly kind: "unknown"; readonly why: string };

export interface ImageSize {
  /** Compressed layers, what a pull transfers. */
  readonly download: Size;
  /** Uncompressed layers, what `docker images` shows. */
  readonly disk: Size;
}

// ---- Alpine packages ----

export interface AlpineFacts {
  /** Newest release the tables know. */
  readonly newest: Release;
  /** Releases with a full name list, oldest first. */
  readonly releases: readonly Release[];
  /** When the release's support ends or has ended; undefined when not known. */
  support(release: Release): Support | undefined;
  /** The package of that very name in the release. For a release the tables lack: the oldest/newest known list, with `basis: sibling`. */
  package(name: string, release: Release): AlpinePackage | undefined;
  /** True when `apk add name` finds something: a package, a virtual name, or a `so:`/`pc:`/`cmd:` provide (version constraints allowed). */
  resolves(name: string, release: Release): boolean;
  /** The packages of which apk may take one unasked for a virtual name. */
  providers(name: string, release: Release): readonly string[];
  /** The shared libraries (`libpq.so.5`) of a package in the release, or in the nearest one with an index of it. */
  libraries(name: string, release: Release): readonly string[];
  /** What `apk add names` installs beyond `present`. */
  closure(names: readonly string[], release: Release, present: readonly string[], options?: ClosureOptions): Closure;
  /** Packages with the shared libraries that programs need to run once they are built with these packages (`-dev` ones). */
  linked(names: readonly string[], release: Release): readonly string[];
  /** What apk keeps in /var/cache/apk without `--no-cache`: the indexes of main and community, compressed. */
  indexes(release: Release): Size;
  /** Known names closest to a mistyped one, best first, at most five. */
  nearest(name: string, release: Release): readonly string[];
  /** The version of a package in the release's own index, and the day of that; undefined where none of it ships. */
  version(name: string, release: Release): { readonly version: string; readonly date: string } | undefined;
  /** What became of a name that the release does not have. */
  whereabouts(name: string, release: Release): NameElsewhere;
  /** What `apk add` takes and starts with `prefix`, for completion. */
  startingWith(prefix: string, release: Release, most: number): NamesStarting;
}

export interface NameElsewhere {
  /** The newest release before this one that is known to have it. */
  readonly before: Release | undefined;
  /** The oldest release after this one that is known to have it. */
  readonly after: Release | undefined;
  /** edge's testing repository has it. */
  readonly testing: boolean;
  readonly successor: Successor | undefined;
}

export interface Successor {
  /** What the release has in its place; empty where nothing does the same. */
  readonly packages: readonly string[];
  /** Goes on from "Alpine 3.24 has no NAME: ". */
  readonly why: string;
}

export interface NamesStarting {
  /** What Dockerfiles use first, then the other packages, then what only documents or completes them. */
  readonly names: readonly string[];
  /** There are more than asked for. */
  readonly isCut: boolean;
}

export interface Support {
  /** `YYYY-MM-DD`, by Alpine's own table of releases. */
  readonly until: string;
  readonly ended: boolean;
}

export interface ClosureOptions {
  /** As without the community repository in /etc/apk/repositories. */
  readonly mainOnly?: boolean | undefined;
}

export interface AlpinePackage {
  readonly name: string;
  readonly repository: "main" | "community";
  readonly installed: Size;
  readonly download: Size;
}

export interface Closure {
  readonly packages: readonly AlpinePackage[];
  /** Sums; the basis is the weakest of the parts. Packages without a figure are left out of the sum and named in `unknownSizes`. */
  readonly installed: Size;
  readonly download: Size;
  /** Packages without a figure, and libraries (`so:`) whose package is not known, as it was in another release. */
  readonly unknownSizes: readonly string[];
  /** Requested names nothing provides. */
  readonly missing: readonly string[];
  /** Why apk would refuse the request, in its kind of words (`foo (no such package)`, a conflict, a version); undefined when it would install. */
  readonly refusal: string | undefined;
}

// ---- Debian -> Alpine names ----

export interface NameFacts {
  /** What an `apt-get install` word (`libpq-dev`, `libssl1.1`, `curl=7.*`, `gcc:amd64`, `nano-`) means on Alpine. */
  toAlpine(debian: string, context: NameContext): NameAnswer;
  /** The series (`3.14`) of an Alpine package that carries a language, a server or a client; undefined where it is not known. */
  series(alpine: string, release: Release): string | undefined;
}

export interface NameContext {
  readonly release: Release;
  /** Official family of the Alpine image (`python`, `node`, `ruby`, `php`), when it brings its own language. */
  readonly family: string | undefined;
  /** Where apt would have taken the package from, when known: its version is kept where the Alpine release has it. */
  readonly source?: NameSource | undefined;
}

/** The distribution below a Debian image, and what else apt reads there. */
export interface NameSource {
  readonly name: "debian" | "ubuntu" | string;
  /** `bookworm`, `24.04`; undefined when not known. */
  readonly release: string | undefined;
  /** By product (`Node.js`), another repository that apt takes it from, and the series it has, when known. */
  readonly repositories?: ReadonlyMap<string, { readonly name: string; readonly series: string | undefined }>;
}

/** A language, server or client that is of another series on Alpine, or may be. */
export interface VersionChange {
  /** `PostgreSQL`, for people. */
  readonly product: string;
  /** The official image whose tags keep a series, when there is one. */
  readonly image: string | undefined;
  /** `15`; undefined when not known. */
  readonly before: string | undefined;
  /** Who says so: `Debian bookworm`, `NodeSource`, `asked for here`. */
  readonly where: string;
  /** The word itself asks for a version. */
  readonly isNamed: boolean;
  /** `18`; undefined when not known. */
  readonly after: string | undefined;
  /** What takes its place, when it is no longer the same product: MariaDB for MySQL. */
  readonly becomes: string | undefined;
}

/** `build`: compilers, headers. `run`: programs and libraries an application uses. `tool`: either, by use. */
export type Role = "build" | "run" | "tool";

export type NameAnswer =
  | {
      readonly kind: "packages";
      readonly packages: readonly string[];
      readonly role: Role;
      /** Why we think so, in a few words. */
      readonly evidence: string;
      /** 0 to 1. */
      readonly confidence: number;
      /** Only where it is not the same. */
      readonly version?: VersionChange | undefined;
      /** What pip has to bring, as no package does; `packages` has the interpreter and the libraries. */
      readonly module?: Python2Module | undefined;
    }
  | { readonly kind: "none-needed"; readonly why: string }
  | { readonly kind: "no-equivalent"; readonly why: string; readonly instead: string | undefined }
  | { readonly kind: "unknown"; readonly nearest: readonly string[] };

// ---- Debian packages ----

export interface DebianFacts {
  /** What `apt-get install names` adds on top of the image, on disk; undefined names are listed. */
  install(names: readonly string[], options: DebianInstallOptions): DebianInstall;
  /** What `apt-get update` leaves in /var/lib/apt/lists. */
  lists(suite: string): Size;
}

export interface DebianInstallOptions {
  /** `bookworm`, `trixie`, ...; others are answered from the nearest known suite with basis `sibling`. */
  readonly suite: string;
  readonly recommends: boolean;
  readonly image: string;
  readonly tag: string;
}

export interface DebianInstall {
  readonly packages: readonly { readonly name: string; readonly installed: Size; readonly download: Size }[];
  readonly installed: Size;
  readonly download: Size;
  readonly unknown: readonly string[];
}
