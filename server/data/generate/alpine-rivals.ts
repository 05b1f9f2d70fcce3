import type { Cells, TableFile } from "./tsv";

/**
 * Packages that cannot be installed together, as both provide the same thing with a version: apk allows one provider of
 * such a name. Few pairs, the same in all releases, so the table names no release.
 */
export function rivals(indexes: readonly { readonly rows: readonly Cells[] }[]): TableFile {
  const found = new Map<string, Set<string>>();
  for (const { rows } of indexes)
    for (const names of providersOf(rows).values())
      for (const one of names)
        for (const other of names) if (one !== other) found.set(one, (found.get(one) ?? new Set()).add(other));
  return {
    name: "alpine-rivals.tsv",
    header: ["name", "rivals"],
    rows: [...found].map(([name, others]) => [name, [...others].sort().join(" ")]),
  };
}

/** From each name that carries a version to the packages of one index that provide it. */
function providersOf(rows: readonly Cells[]): Map<string, Set<string>> {
  const providers = new Map<string, Set<string>>();
  const add = (name: string, provider: string) => providers.set(name, (providers.get(name) ?? new Set()).add(provider));
  for (const row of rows) {
    add(row("name"), row("name"));
    for (const provide of row("provides").split(" ").filter(Boolean))
      if (isVersioned(provide, row("name"))) add(provide.replace(/=$/, ""), row("name"));
  }
  return providers;
}

/** Libraries, commands and the like always carry a version, but for PostgreSQL's commands: its versions stand side by side. */
export function isVersioned(provide: string, provider: string): boolean {
  if (provide.startsWith("cmd:")) return !/^postgresql\d/.test(provider);
  return provide.endsWith("=") || provide.includes(":");
}
