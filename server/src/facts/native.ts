import type { Table } from "./table";
import type { TableFolder } from "./table-folder";
import type { BuildPackage, Ecosystem, NativeFacts, NativePackage } from "./types";

export class ShippedNativeFacts implements NativeFacts {
  readonly #table: Table;

  constructor(folder: TableFolder) {
    this.#table = folder.table("native-packages");
  }

  find(ecosystem: Ecosystem, name: string): NativePackage | undefined {
    const [row] = this.#table.rows(`${ecosystem}:${name}`);
    if (!row) return undefined;
    const [published = "", after = "", build = "", opens = "", note = ""] = row;
    const [musl = "", linux] = published.split(" linux>=");
    return {
      kind: musl === "never" || musl === "pure" ? musl : "compiled",
      muslFrom: musl.startsWith(">=") ? musl.slice(2) : undefined,
      glibcBuilds: musl === "glibc" || musl.startsWith(">="),
      python: after === "" ? undefined : after,
      build: build === "!" ? undefined : words(build).map(buildPackage),
      opens: words(opens),
      note,
      linuxFrom: linux,
    };
  }
}

function buildPackage(word: string): BuildPackage {
  const [name = "", from] = word.split("@");
  return { name, from };
}

function words(cell: string): string[] {
  return cell.split(" ").filter(Boolean);
}
