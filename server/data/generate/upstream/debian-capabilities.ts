import type { Gathered } from "./rows";

const kinds = ["pc", "so", "cmd", "dev", "py"] as const;
type Kind = (typeof kinds)[number];

/** Where Debian's packages put what others use, and what it is called there. */
const places: readonly { readonly kind: Kind; readonly path: RegExp }[] = [
  { kind: "pc", path: /^usr\/(?:lib|share)\/(?:[^/]+-linux-gnu\/)?pkgconfig\/([^/]+)\.pc$/ },
  { kind: "so", path: /^(?:usr\/)?lib\/(?:[^/]+-linux-gnu\/)?([^/]+\.so\.[^/]+)$/ },
  { kind: "dev", path: /^(?:usr\/)?lib\/(?:[^/]+-linux-gnu\/)?([^/]+)\.so$/ },
  { kind: "cmd", path: /^(?:usr\/)?(?:s?bin|games)\/([^/]+)$/ },
  {
    kind: "py",
    path: /^usr\/lib\/python3(?:\.\d+)?\/dist-packages\/([^/]+?)-[^/-]+(?:-py[\d.]+)?\.(?:dist|egg)-info(?:\/|$)/,
  },
];

/** What packages bring for others to use, by the paths of their files. */
export class Capabilities {
  readonly #found = new Map<string, Map<Kind, Set<string>>>();

  add(name: string, path: string): void {
    for (const { kind, path: form } of places) {
      const what = form.exec(path)?.[1];
      if (what === undefined) continue;
      const own = this.#found.get(name) ?? new Map<Kind, Set<string>>();
      this.#found.set(name, own.set(kind, (own.get(kind) ?? new Set()).add(what)));
    }
  }

  table(suite: string): Gathered {
    return {
      path: `debian/capabilities-${suite}.tsv`,
      header: ["package", ...kinds],
      rows: [...this.#found].map(([name, own]) => [
        name,
        ...kinds.map((kind) => {
          const all = [...(own.get(kind) ?? [])].sort();
          return (kind === "so" ? shortest(all) : all).join(" ");
        }),
      ]),
    };
  }
}

/** Of `libpq.so.5` and `libpq.so.5.16` the first: it is what programs are linked with. */
function shortest(libraries: readonly string[]): string[] {
  return libraries.filter((one) => !libraries.some((other) => one.startsWith(`${other}.`)));
}
