import { existsSync } from "node:fs";
import { join } from "node:path";
import { existing } from "./alpine-existing";
import { canDerive, derivedPairs, type Pair } from "./derived-names";
import { role } from "./roles";
import { type Cells, type Inputs, readTsv, type TableFile } from "./tsv";

/** One way to say a Debian package on Alpine. Rows of a name are tried in order; the first that the release has is the answer. */
interface Meaning {
  readonly kind: "+" | "-" | "!";
  readonly when: string;
  readonly role: string;
  readonly packages: string;
  readonly evidence: string;
  readonly confidence: number;
  readonly instead: string;
}

/**
 * Names the program reads by rule: PHP's, as the version in them decides, Python 2's, which must never become Python 3's, those of
 * the compiler's own library, and NVIDIA's, of which the libraries that they come with say nothing.
 */
const byRule = /^((libapache2-mod-)?php[0-9.]*(-|$)|python2?(\.7)?-|libstdc\+\+-|(lib)?nvidia-|cuda-)/;

/** What the names of Debian packages mean on Alpine; decisions by hand come first, then experts, then what was derived. */
export function nameTables(inputs: Inputs): TableFile[] {
  const { source, curated } = inputs;
  const names = existing(inputs);
  const before = join(source, "mapping/derived-before.tsv");
  const derives = !existsSync(before) || canDerive(inputs);
  const sections = derives ? debianSections(source) : new Map<string, string>();
  const meanings = new Map<string, Meaning[]>();
  const add = (debian: string, meaning: Meaning) => meanings.set(debian, [...(meanings.get(debian) ?? []), meaning]);
  const decided = new Set<string>();

  for (const row of readTsv(curated, "debian-alpine.tsv")) {
    decided.add(row("debian"));
    if (row("packages") !== "" && !names.areKnown(row("packages")))
      throw new Error(`curated/debian-alpine.tsv: no Alpine release has ${row("packages")} (for ${row("debian")})`);
    add(row("debian"), {
      kind: kind(row),
      when: row("when"),
      role: row("role"),
      packages: row("packages"),
      evidence: row("why"),
      confidence: row("confidence") === "" ? 1 : Number(row("confidence")),
      instead: row("instead"),
    });
  }
  for (const row of existsSync(before) ? byRank(readTsv(source, "mapping/derived-before.tsv")) : []) {
    if (decided.has(row("debian")) || (row("packages") !== "" && !names.areKnown(row("packages")))) continue;
    // What experts do cannot be derived anew.
    if (derives && !row("evidence").endsWith(ofExperts)) continue;
    add(row("debian"), {
      kind: kind(row),
      when: row("when"),
      role: row("role"),
      packages: row("packages"),
      evidence: row("evidence"),
      confidence: Number(row("confidence")),
      instead: row("instead"),
    });
  }
  const pairs = [...(existsSync(before) ? [] : expertRows(source)), ...(derives ? derivedPairs(inputs) : [])];
  for (const row of pairs) {
    if (decided.has(row.debian) || byRule.test(row.debian) || !names.areKnown(row.packages)) continue;
    add(row.debian, {
      kind: "+",
      when: "",
      role: role(row.debian, sections.get(row.debian)),
      packages: row.packages,
      evidence: row.evidence,
      confidence: row.confidence,
      instead: "",
    });
  }
  for (const [debian, section] of sections) {
    if (decided.has(debian) || byRule.test(debian) || !names.areKnown(debian)) continue;
    add(debian, {
      kind: "+",
      when: "",
      role: role(debian, section),
      packages: debian,
      evidence: "same name",
      confidence: 0.6,
      instead: "",
    });
  }
  return [
    {
      name: "debian-alpine.tsv",
      header: ["debian", "rank", "kind", "when", "role", "packages", "evidence", "confidence", "instead"],
      rows: [...meanings].flatMap(([debian, rows]) =>
        unique(rows).map((row, rank) => [
          debian,
          String(rank),
          row.kind,
          row.when,
          row.role,
          row.packages,
          row.evidence,
          String(row.confidence),
          row.instead,
        ]),
      ),
    },
  ];
}

function byRank(rows: readonly Cells[]): Cells[] {
  return [...rows].sort((a, b) => Number(a("rank")) - Number(b("rank")));
}

function kind(row: Cells): Meaning["kind"] {
  const value = row("kind");
  if (value === "+" || value === "-" || value === "!") return value;
  throw new Error(`debian-alpine.tsv: ${row("debian")} has the kind ${value}`);
}

/** One row for the same packages; where two sources agree, the stronger one speaks. */
function unique(rows: readonly Meaning[]): Meaning[] {
  const kept = new Map<string, Meaning>();
  for (const row of rows) {
    const key = [row.when, row.kind, row.packages].join("|");
    const known = kept.get(key);
    if (known === undefined) kept.set(key, row);
    else if (known.confidence < row.confidence)
      kept.set(key, { ...known, evidence: row.evidence, confidence: row.confidence });
  }
  // The rank is one digit, and a tenth choice never was the answer.
  return [...kept.values()].slice(0, 10);
}

const ofExperts = "of Dockerfiles";

function expertRows(source: string): Pair[] {
  return readTsv(source, "mapping/debian-alpine-open.tsv").flatMap((row) => {
    // "-" says that experts left the package out, which is optional and so no answer of ours.
    if (row("alpine") === "-") return [];
    const support = Number(row("support"));
    const share = support / Number(row("pairs_with_debian_pkg"));
    const evidence = support === 1 ? `1 maintained pair ${ofExperts}` : `${support} maintained pairs ${ofExperts}`;
    return {
      debian: row("debian"),
      packages: row("alpine"),
      evidence,
      confidence: support >= 2 && share >= 0.3 ? 0.95 : 0.75,
    };
  });
}

function debianSections(source: string): Map<string, string> {
  const sections = new Map<string, string>();
  for (const file of ["packages-bullseye-used", "packages-bookworm", "packages-trixie"])
    for (const row of readTsv(source, `debian/${file}.tsv`)) sections.set(row("name"), row("section"));
  return sections;
}
