import { type Product, products, seriesOf } from "../../src/facts/products";
import { completeReleases, earlierReleases, oldLists } from "./alpine-lists";
import { byRelease, type Inputs, readTsv, type TableFile } from "./tsv";

/** Suites whose index is at hand, in full or as far as Dockerfiles reach. */
const suites = [
  ["bullseye", "packages-bullseye-used"],
  ["bookworm", "packages-bookworm"],
  ["trixie", "packages-trixie"],
] as const;

/** Which series of languages, servers and clients the releases of Debian and Ubuntu have. */
export function debianVersions({ source, curated }: Inputs): TableFile {
  const rows: string[][] = [];
  for (const [suite, file] of suites) {
    const versions = new Map(readTsv(source, `debian/${file}.tsv`).map((row) => [row("name"), row("version")]));
    for (const product of products) {
      const series = seriesOf(plain(versions.get(product.debian) ?? ""), product);
      if (series !== undefined) rows.push([`${product.title}@${suite}`, series]);
    }
  }
  for (const row of readTsv(curated, "debian-versions.tsv")) {
    const product = products.find(({ title }) => title === row("product"));
    if (product === undefined) throw new Error(`debian-versions.tsv: no such product: ${row("product")}`);
    for (const release of curatedReleases)
      if (row(release) !== "") rows.push([`${product.title}@${release}`, row(release)]);
  }
  return { name: "debian-versions.tsv", header: ["product@release", "series"], rows };
}

/** The columns of the curated table. */
const curatedReleases = [
  ...["wheezy", "jessie", "stretch", "buster"],
  ...["12.04", "14.04", "16.04", "18.04", "20.04", "22.04", "24.04", "26.04"],
];

/** Without the epoch, and without the `1.` that Debian's packages of Java have before the version: `2:1.17-74` is 17. */
function plain(version: string): string {
  const upstream = version.replace(/^\d+:/, "");
  return /^1\.\d{1,2}-\d/.exec(upstream) ? upstream.slice(2) : upstream;
}

/** Which ones the releases of Alpine have. */
export function alpineVersions({ source, gathered }: Inputs): TableFile {
  const series = new Map<string, Map<string, string>>();
  const add = (name: string, release: string, version: string) => {
    const product = products.find((one) => carries(one, name));
    const found = product && seriesOf(version, product);
    if (found === undefined || series.get(name)?.has(release)) return;
    series.set(name, (series.get(name) ?? new Map()).set(release, found));
  };
  for (const [release, repository] of oldLists)
    for (const row of readTsv(source, `alpine/old-names-v${release}-${repository}.tsv`))
      add(row("name"), release, row("version"));
  for (const row of readTsv(source, "alpine/packages-v3.18-community.tsv")) add(row("name"), "3.18", row("version"));
  for (const release of completeReleases(source))
    for (const row of readTsv(source, `alpine/names-v${release}.tsv`)) add(row("name"), release, row("version"));
  for (const row of readTsv(gathered, "alpine-versions.tsv"))
    for (const release of earlierReleases) if (row(release) !== "") add(row("package"), release, row(release));
  return {
    name: "alpine-versions.tsv",
    header: ["package", "series"],
    rows: [...series].map(([name, found]) => [
      name,
      [...found]
        .sort(([a], [b]) => byRelease(a, b))
        .map(([release, one]) => `${release}:${one}`)
        .join(" "),
    ]),
  };
}

function carries(product: Product, name: string): boolean {
  if (name === product.alpine || name === product.other) return true;
  return product.isNumbered && name.startsWith(product.alpine) && /^\d+$/.test(name.slice(product.alpine.length));
}
