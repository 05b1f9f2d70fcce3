import type { Table } from "./table";
import type { Release } from "./types";

interface Library {
  /** `libicuuc.so.76` */
  readonly library: string;
  readonly releases: readonly Release[];
}

/** The shared libraries of packages. Read when they are first asked for, as the table is by library. */
export class Libraries {
  #byPackage: ReadonlyMap<string, readonly Library[]> | undefined;

  constructor(private readonly provides: Table) {}

  /** @param described the releases whose indexes count. */
  of(name: string, described: readonly Release[]): readonly string[] {
    this.#byPackage ??= this.#read();
    return (this.#byPackage.get(name) ?? [])
      .filter(({ releases }) => releases.some((one) => described.includes(one)))
      .map(({ library }) => library);
  }

  #read(): Map<string, Library[]> {
    const found = new Map<string, Library[]>();
    this.provides.walk("so:", (key, cells) => {
      const [provider = "", , releases = ""] = cells.split("\t");
      const library = { library: key.slice("so:".length), releases: releases.split(" ") };
      const known = found.get(provider);
      if (known) known.push(library);
      else found.set(provider, [library]);
    });
    return found;
  }
}
