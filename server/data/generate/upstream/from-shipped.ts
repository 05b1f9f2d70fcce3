import { existsSync } from "node:fs";
import { join } from "node:path";
import { products } from "../../../src/facts/products";
import { type Cells, readTsv } from "../tsv";
import { alpineFromShipped } from "./alpine-from-shipped";
import type { Gathered } from "./rows";

/**
 * Inputs of the generators as far as the tables that ship still tell them, for who has no folder of inputs: what no upstream is read for
 * then stays as it was.
 */
export function inputsFromShipped(shipped: string, curated: string): Gathered[] {
  if (!existsSync(join(shipped, "image-tags.tsv"))) return [];
  return [...alpineFromShipped(shipped), ...images(shipped), ...debian(shipped), ...derivedNames(shipped, curated)];
}

function images(shipped: string): Gathered[] {
  // Images outside the library are entered by hand, and stand in the curated tables.
  const families = readTsv(shipped, "image-families.tsv").filter((row) => row("in_library") !== "other");
  const inLibrary = new Set(families.map((row) => row("image")));
  const tags = readTsv(shipped, "image-tags.tsv")
    .map((row) => {
      const [image = "", tag = ""] = row("tag").split(":");
      return { image, tag, distribution: row("distribution"), release: row("release"), listed: row("last_listed") };
    })
    .filter(({ image }) => inLibrary.has(image));
  return [
    table(
      "images/variants.tsv",
      ["image", "in_library", "alpine_releases", "tag_suffix_styles"],
      families.map((row) => [
        row("image"),
        row("in_library"),
        row("alpine_releases").replaceAll(" ", ","),
        row("styles"),
      ]),
    ),
    table(
      "images/standings.tsv",
      ["image", "standing", "why"],
      families.map((row) => [row("image"), row("standing"), row("why")]),
    ),
    table(
      "images/tag-aliases.tsv",
      ["image", "tag", "distro", "distro_release"],
      tags
        .filter(({ listed }) => listed === "")
        .map(({ image, tag, distribution, release }) => [image, tag, distribution, release]),
    ),
    table(
      "images/left-tags.tsv",
      ["image", "tag", "distribution", "release", "last_listed"],
      tags
        .filter(({ listed }) => listed !== "")
        .map(({ image, tag, distribution, release, listed }) => [image, tag, distribution, release, listed]),
    ),
    // The tags of old are among those that have left.
    table("images/alpine-tag-history.tsv", ["image", "tag", "last_alpine_release", "last_listed"], []),
    table(
      "images/image-sizes.tsv",
      [
        ...["image", "tag", "arch", "distro", "distro_release", "compressed_bytes"],
        ...["disk_bytes", "source_commit_or_date"],
      ],
      readTsv(shipped, "image-sizes.tsv").map((row) => [
        ...[row("image"), row("tag"), "amd64", row("distribution"), row("release")],
        ...[row("compressed_bytes"), row("disk_bytes"), row("date")],
      ]),
    ),
    table(
      "images/preinstalled.tsv",
      ["image", "tag_family", "manager", "kind", "packages"],
      readTsv(shipped, "image-packages.tsv").map((row) => [
        ...[row("image"), row("tags").replaceAll(" ", "|"), row("manager"), row("kind"), row("packages")],
      ]),
    ),
  ];
}

/** Which packages are reached from which names is not told any more: all of them are names to start from. */
function debian(shipped: string): Gathered[] {
  const packages = readTsv(shipped, "debian-packages.tsv");
  const known = (column: string) => [
    ...new Map(packages.filter((row) => row(column) !== "").map((row) => [row("name"), row(column)])),
  ];
  return [
    table(
      "debian/seeds.tsv",
      ["name", "suite"],
      packages.map((row) => cells(row, "name", "suite")),
    ),
    table(
      "debian/base-sets.tsv",
      ["family", "suite", "dpkg_excludes", "names"],
      readTsv(shipped, "debian-base-sets.tsv").map((row) => cells(row, "family", "suite", "dpkg_excludes", "names")),
    ),
    // Of bullseye only the versions of languages, servers and clients are told.
    table(
      "debian/packages-bullseye-used.tsv",
      ["name", "version", "section", "depends", "provides"],
      readTsv(shipped, "debian-versions.tsv").flatMap((row) => {
        const [title = "", suite] = row("product@release").split("@");
        const name = products.find((product) => product.title === title)?.debian;
        return suite === "bullseye" && name !== undefined ? [[name, row("series"), "", "", ""]] : [];
      }),
    ),
    table("debian/pyc-bookworm.tsv", ["package", "pyc_bytes"], known("pyc_bytes")),
    table("debian/measured-extras-bookworm.tsv", ["package", "slim_excluded_bytes"], known("slim_excluded_bytes")),
  ];
}

/** What was derived for the names that nobody has decided by hand. */
function derivedNames(shipped: string, curated: string): Gathered[] {
  const decided = new Set(readTsv(curated, "debian-alpine.tsv").map((row) => row("debian")));
  const header = ["debian", "kind", "when", "role", "packages", "evidence", "confidence", "instead"];
  return [
    table(
      "mapping/derived-before.tsv",
      ["rank", ...header],
      readTsv(shipped, "debian-alpine.tsv")
        .filter((row) => !decided.has(row("debian")))
        .map((row) => cells(row, "rank", ...header)),
    ),
  ];
}

function table(path: string, header: readonly string[], rows: readonly (readonly string[])[]): Gathered {
  return { path, header, rows };
}

function cells(row: Cells, ...columns: readonly string[]): string[] {
  return columns.map(row);
}
