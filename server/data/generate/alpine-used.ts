import { type Inputs, readTsv, type TableFile } from "./tsv";

/**
 * How often Dockerfiles ask for a package, under its Debian name: what is offered first where many names would do.
 * @param meanings the table `debian-alpine`; of several rows the first counts that holds for any image.
 */
export function usedNames({ source }: Inputs, meanings: TableFile): TableFile {
  const packages = new Map<string, string>();
  for (const [debian = "", , kind, when, , names = ""] of meanings.rows)
    if (kind === "+" && when === "" && !packages.has(debian)) packages.set(debian, names);
  const mentions = new Map<string, number>();
  for (const row of readTsv(source, "mapping/apt-frequency.tsv"))
    for (const name of (packages.get(row("package")) ?? "").split(" ").filter(Boolean))
      mentions.set(name, (mentions.get(name) ?? 0) + Number(row("count")) + Number(row("count_recent")));
  return {
    name: "alpine-used.tsv",
    header: ["package", "mentions"],
    rows: [...mentions].map(([name, count]) => [name, String(count)]),
  };
}
