import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatherDebian } from "../../../server/data/generate/upstream/debian";
import { compareVersions } from "../../../server/data/generate/upstream/debian-version";
import { openPlace } from "../../../server/data/generate/upstream/place";
import { textOf } from "../../../server/data/generate/upstream/rows";
import { folderOf, gzip } from "./inputs";

const packages = `Package: curl
Version: 7.88.1-10
Installed-Size: 501
Depends: libc6 (>= 2.34), libcurl4 (= 7.88.1-10),
 absent | also-absent, zlib1g (>= 1:1.1.4) | zlib-ng
Recommends: ca-certificates | certs, nowhere
Section: web
Priority: optional
Description: a text
 of two lines
Size: 315000

Package: libc6
Source: glibc (2.36-9)
Version: 2.36-9
Pre-Depends: dpkg:any (>= 9)
Provides: libc6-2.36, certs (= 1)
Priority: required
Essential: yes
Section: non-free/libs
Size: 2

Package: libcurl4
Version: 7.88.1-10
Installed-Size: 1
Size: 1

Package: zlib1g
Version: 1:1.2.13
Size: 1
`;
const updates = "Package: libcurl4\nVersion: 7.88.1-10+deb12u5\nSize: 9\n";
const security = "Package: zlib1g\nVersion: 1.3\nSize: 9\n\nPackage: libcurl4\nVersion: 7.88.1-10\nSize: 8\n";
const archive = {
  "dists/bookworm/main/binary-amd64/Packages.gz": gzip(packages),
  "dists/bookworm-updates/main/binary-amd64/Packages": updates,
  "dists/bookworm/main/Contents-amd64.gz": gzip(
    "usr/bin/curl            web/curl\nusr/lib/a file.so  libs/libc6,libs/libcurl4\nusr/lib/b.so libs/libc6\n",
  ),
  "dists/bookworm/main/Contents-all.gz": gzip("usr/share/doc/curl/README   web/curl\n"),
};

async function read(...folders: readonly Record<string, string | Uint8Array>[]) {
  const places = folders.map((files) => openPlace(folderOf(files)));
  const tables = await gatherDebian(places, ["bookworm", "trixie"]);
  return new Map(tables.map((table) => [table.path, textOf(table).split("\n").slice(1, -1)]));
}

it("reads the packages of a suite, of each the highest version of all archives", async () => {
  const tables = await read(archive, { "dists/bookworm-security/main/binary-amd64/Packages.gz": gzip(security) });
  expect([...tables.keys()]).toEqual([
    "debian/packages-bookworm.tsv",
    "gathered/debian-file-counts.tsv",
    "debian/capabilities-bookworm.tsv",
  ]);
  expect(tables.get("debian/packages-bookworm.tsv")?.map((row) => row.split("\t"))).toEqual([
    [...["curl", "7.88.1-10", "501", "315000", "libc6 !libcurl4 !absent zlib1g", "certs", "", "", "web", ""]],
    ["libc6", "2.36-9", "0", "2", "!dpkg", "", "libc6-2.36 certs", "glibc", "libs", "Er"],
    ["libcurl4", "7.88.1-10+deb12u5", "0", "9", "", "", "", "", "", ""],
    ["zlib1g", "1:1.2.13", "0", "1", "", "", "", "", "", ""],
  ]);
});

it("counts the files and folders of packages", async () => {
  expect((await read(archive)).get("gathered/debian-file-counts.tsv")).toEqual([
    "curl\t2\t2",
    "libc6\t2\t1",
    "libcurl4\t1\t1",
  ]);
});

it.each(["dists/bookworm/main/binary-amd64/Packages.gz", "dists/bookworm/main/Contents-all.gz"])(
  "says that %s is not what gzip makes",
  async (path) => {
    await expect(read({ ...archive, [path]: "<html>" })).rejects.toThrow(`${path} is not what gzip makes`);
  },
);

describe("the order of versions", () => {
  const sorted = ["1.0~rc1-1", "1.0-1", "1.0-1+b1", "1.0-1+deb12u1", "1.0a-1", "1.0+x-1", "1.2-1", "1.10-1", "1:0.1-1"];

  it("is dpkg's", () => {
    for (const [at, one] of sorted.entries())
      for (const [index, other] of sorted.entries())
        expect([one, other, Math.sign(compareVersions(one, other))]).toEqual([one, other, Math.sign(at - index)]);
  });

  it("does not depend on which comes first", () => {
    const version = fc.string({ unit: fc.constantFrom(..."019.~+-az"), minLength: 1 });
    fc.assert(
      fc.property(
        version,
        version,
        (a, b) =>
          compareVersions(a, b) + compareVersions(b, a) === 0 ||
          Math.sign(compareVersions(a, b)) === -Math.sign(compareVersions(b, a)),
      ),
    );
  });
});
