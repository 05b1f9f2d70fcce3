import { compareReleases } from "./releases";
import type { Row } from "./table";
import type { NameContext, Role } from "./types";

/** A row of the table debian-alpine: what a name means, in the images and releases that `when` tells. */
export interface Meaning {
  readonly kind: string;
  readonly when: string;
  readonly role: Role;
  readonly packages: readonly string[];
  readonly evidence: string;
  readonly confidence: number;
  readonly instead: string;
}

export function meaning(row: Row): Meaning {
  const [, kind = "", when = "", role, packages = "", evidence = "", confidence, instead = ""] = row;
  return {
    kind,
    when,
    role: role === "build" || role === "tool" ? role : "run",
    packages: packages === "" ? [] : packages.split(" "),
    evidence,
    confidence: Number(confidence),
    instead,
  };
}

/** `python`: the image's family; `release<3.12`: an older Alpine; both must hold. */
export function holds(when: string, { release, family }: NameContext): boolean {
  return when
    .split(" ")
    .filter(Boolean)
    .every((test) => {
      const bound = /^release<(.*)$/.exec(test)?.[1];
      return bound === undefined ? test === family : compareReleases(release, bound) < 0;
    });
}
