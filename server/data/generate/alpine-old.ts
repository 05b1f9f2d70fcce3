import { oldLists } from "./alpine-lists";
import { derivedPairs } from "./derived-names";
import { type Inputs, readIfThere, readTsv, type TableFile } from "./tsv";

/** Installed sizes in releases before 3.19, of the packages Dockerfiles come to name; all of them would double the tables. */
export function oldSizes(inputs: Inputs): TableFile {
  const { source } = inputs;
  const wanted = namedInDockerfiles(inputs);
  const sizes = new Map<string, string[]>();
  for (const [release, repository] of oldLists)
    for (const row of readTsv(source, `alpine/old-names-v${release}-${repository}.tsv`)) {
      const name = row("name");
      if (!wanted.has(name) || row("installed_bytes") === "") continue;
      sizes.set(name, [...(sizes.get(name) ?? []), `${release}:${row("installed_bytes")}`]);
    }
  return {
    name: "alpine-old-sizes.tsv",
    header: ["name", "installed_bytes"],
    rows: [...sizes].map(([name, figures]) => [name, figures.join(" ")]),
  };
}

/** Alpine's names for what Dockerfiles install most, and what these depend on in 3.19. */
function namedInDockerfiles(inputs: Inputs): Set<string> {
  const { source, curated } = inputs;
  const frequent = new Set(readTsv(source, "mapping/apt-frequency.tsv").map((row) => row("package")));
  const names = [
    ...readTsv(curated, "debian-alpine.tsv").map((row) => row("packages")),
    ...readIfThere(source, "mapping/debian-alpine-open.tsv").map((row) => row("alpine")),
    ...derivedPairs(inputs)
      .filter(({ debian }) => frequent.has(debian))
      .map(({ packages }) => packages),
  ].flatMap((packages) => packages.split(" "));
  const wanted = new Set(names);
  for (const row of readTsv(source, "alpine/packages-v3.19-main.tsv"))
    if (wanted.has(row("name")))
      for (const word of row("depends").split(" ")) if (!/[:!/]/.test(word)) wanted.add(word);
  return wanted;
}
