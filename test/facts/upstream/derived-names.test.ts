import { describe, expect, it } from "vitest";
import { derivedPairs } from "../../../server/data/generate/derived-names";
import { gatherContents } from "../../../server/data/generate/upstream/debian-contents";
import { countPackages } from "../../../server/data/generate/upstream/dockerfiles";
import { openPlace } from "../../../server/data/generate/upstream/place";
import { textOf } from "../../../server/data/generate/upstream/rows";
import { folderOf, gzip } from "./inputs";

const packageColumns = [
  ...["name", "repo", "version", "origin", "download_bytes", "installed_bytes"],
  ...["depends", "provides", "install_if", "provider_priority"],
].join("\t");

/** The inputs of the pairs: what Alpine's packages provide, by name, and what Debian's bring. */
function inputsOf(
  alpine: Readonly<Record<string, { readonly origin?: string; readonly provides?: string }>>,
  debian: Readonly<Record<string, { readonly brings?: string; readonly depends?: string; readonly provides?: string }>>,
) {
  const names = Object.keys(alpine).map((name) => `${name}\tmain\t1-r0\t\n`);
  const index = Object.entries(alpine).map(
    ([name, { origin = name, provides = "" }]) => `${name}\tmain\t1-r0\t${origin}\t1\t1\t\t${provides}\t\t\n`,
  );
  const kinds = ["pc", "so", "cmd", "dev", "py"];
  const brought = Object.entries(debian).flatMap(([name, { brings }]) =>
    brings === undefined ? [] : `${[name, ...kinds.map((kind) => wordsOf(brings, kind))].join("\t")}\n`,
  );
  const packages = Object.entries(debian).map(
    ([name, { depends = "", provides = "" }]) => `${name}\t${depends}\t${provides}\t\n`,
  );
  const debianColumns = "name\tdepends\tprovides\tsection\n";
  return {
    curated: folderOf({}),
    source: folderOf({
      "alpine/names-v3.24.tsv": `name\trepo\tversion\torigin\n${names.join("")}`,
      "alpine/packages-v3.24-main.tsv": `${packageColumns}\n${index.join("")}`,
      "debian/capabilities-bookworm.tsv": `package\t${kinds.join("\t")}\n${brought.join("")}`,
      "debian/packages-bullseye-used.tsv": debianColumns,
      "debian/packages-bookworm.tsv": `${debianColumns}${packages.join("")}`,
      "debian/packages-trixie.tsv": debianColumns,
      "mapping/apt-frequency.tsv": "package\tcount\tcount_recent\n",
    }),
    gathered: folderOf({
      "alpine-old-names.tsv": "name\tmain\tcommunity\n",
      "alpine-recipes.tsv": "release\tname\tprovides\n",
    }),
  };
}

function wordsOf(brings: string, kind: string): string {
  return brings
    .split(" ")
    .flatMap((word) => (word.startsWith(`${kind}:`) ? [word.slice(kind.length + 1)] : []))
    .join(" ");
}

function answersOf(inputs: ReturnType<typeof inputsOf>, debian: string) {
  return derivedPairs(inputs).flatMap((pair) =>
    pair.debian === debian ? [`${pair.packages}: ${pair.evidence}, ${pair.confidence}`] : [],
  );
}

describe("what a Debian package is on Alpine", () => {
  it("is told by the libraries", () => {
    const inputs = inputsOf(
      { ncurses: {}, libncursesw: { provides: "so:libncursesw.so.6" } },
      { libncursesw6: { brings: "so:libncursesw.so.6 so:libtinfow.so.6" } },
    );
    expect(answersOf(inputs, "libncursesw6")).toEqual(["libncursesw: the same libraries (1 of 2), 0.93"]);
  });

  it("is told by another version of the library, with less confidence", () => {
    const inputs = inputsOf(
      { "icu-libs": { provides: "so:libicuuc.so.76" } },
      { libicu72: { brings: "so:libicuuc.so.72" } },
    );
    expect(answersOf(inputs, "libicu72")).toEqual(["icu-libs: the same libraries (1 of 1, another version), 0.75"]);
  });

  it("is told by a library that is spelled alike, or has no version", () => {
    const inputs = inputsOf(
      { "lua5.3-libs": { provides: "so:liblua-5.3.so.0" }, "db-c++": { provides: "so:libdb_cxx-5.3.so" } },
      { "liblua5.3-0": { brings: "so:liblua5.3.so.0" }, "libdb5.3++": { brings: "dev:libdb_cxx-5.3" } },
    );
    expect(answersOf(inputs, "liblua5.3-0")).toEqual(["lua5.3-libs: the same libraries (1 of 1), 1"]);
    expect(answersOf(inputs, "libdb5.3++")).toEqual(["db-c++: the same libraries (1 of 1), 1"]);
  });

  it("is the package of the headers, by what its recipe's library is called", () => {
    const inputs = inputsOf(
      {
        libjpeg: { origin: "libjpeg-turbo", provides: "so:libjpeg.so.8" },
        "libjpeg-turbo-dev": { origin: "libjpeg-turbo" },
        "libjpeg-turbo-utils": { origin: "libjpeg-turbo", provides: "cmd:cjpeg" },
      },
      { "libjpeg62-turbo-dev": { brings: "dev:libjpeg" } },
    );
    expect(answersOf(inputs, "libjpeg62-turbo-dev")).toEqual([
      "libjpeg-turbo-dev: the same linked libraries (1 of 1), 1",
    ]);
  });

  it("is told by commands, also where Debian's carry a version; strangers that share a few are not it", () => {
    const inputs = inputsOf(
      {
        "util-tools": { provides: "cmd:one cmd:two" },
        lld: { provides: "cmd:lld cmd:ld.lld" },
        exim: { provides: "cmd:sendmail" },
      },
      {
        utils: { brings: "cmd:one cmd:two" },
        "lld-15": { brings: "cmd:lld-15 cmd:ld.lld-15" },
        nullmailer: { brings: "cmd:sendmail cmd:nullmailer-send cmd:nullmailer-inject" },
      },
    );
    expect(answersOf(inputs, "utils")).toEqual(["util-tools: the same commands (2 of 2), 1"]);
    expect(answersOf(inputs, "lld-15")).toEqual(["lld: the same commands (2 of 2), 1"]);
    expect(answersOf(inputs, "nullmailer")).toEqual([]);
  });

  it("is the package of the same name, unless all of it is in another", () => {
    const inputs = inputsOf(
      {
        qpdf: { provides: "cmd:qpdf" },
        "qpdf-extra": { provides: "cmd:fix-qdf cmd:zlib-flate" },
        numactl: { provides: "so:libnuma.so.1" },
        "numactl-tools": { provides: "cmd:numactl cmd:numastat" },
      },
      {
        qpdf: { brings: "cmd:qpdf cmd:fix-qdf cmd:zlib-flate" },
        numactl: { brings: "cmd:numactl cmd:numastat" },
      },
    );
    expect(answersOf(inputs, "qpdf")[0]).toMatch(/^qpdf: /);
    expect(answersOf(inputs, "numactl")).toEqual([
      "numactl-tools: the same commands (2 of 2), 1",
      "numactl: same name, 0.65",
    ]);
  });

  it("is told by Python distributions, whatever their case, and by the habits of names", () => {
    const inputs = inputsOf(
      { "py3-yaml": { provides: "py3.12:PyYAML" }, "perl-uri": {}, "font-lato": {}, "boost-dev": {} },
      { "python3-yaml": { brings: "py:pyyaml" }, "liburi-perl": {}, "fonts-lato": {}, "libboost-regex1.74-dev": {} },
    );
    expect(answersOf(inputs, "python3-yaml")[0]).toBe("py3-yaml: the same Python modules (1 of 1), 1");
    expect(answersOf(inputs, "liburi-perl")).toEqual(["perl-uri: perl name rule, 0.8"]);
    expect(answersOf(inputs, "fonts-lato")).toEqual(["font-lato: font name rule, 0.65"]);
    expect(answersOf(inputs, "libboost-regex1.74-dev")).toEqual(["boost-dev: boost name rule, 0.9"]);
  });

  it("never leads from Python 3 to Python 2", () => {
    const inputs = inputsOf({ "python-dev": {} }, { "python3.11-dev": {} });
    expect(answersOf(inputs, "python3.11-dev")).toEqual([]);
  });

  it("is what stands for it, where one package does", () => {
    const inputs = inputsOf(
      { exim: { provides: "cmd:exim4" }, postfix: { provides: "cmd:postfix" }, "lcms2-dev": { provides: "pc:lcms2" } },
      {
        exim4: { brings: "cmd:exim4", provides: "mail-transport-agent" },
        postfix: { brings: "cmd:postfix", provides: "mail-transport-agent" },
        "liblcms2-dev": { brings: "pc:lcms2", provides: "liblcms-dev" },
      },
    );
    expect(answersOf(inputs, "liblcms-dev")).toEqual(["lcms2-dev: provided by liblcms2-dev, 0.85"]);
    expect(answersOf(inputs, "mail-transport-agent")).toEqual([]);
  });

  it("is read through an empty package that leads to the same thing's new name only", () => {
    const inputs = inputsOf(
      { gfortran: { provides: "cmd:gfortran" }, vim: { provides: "cmd:vim" } },
      {
        "gfortran-12": { brings: "cmd:gfortran-12" },
        "gfortran-tools": { depends: "gfortran-12" },
        vim: { brings: "cmd:vim" },
        "vim-plugin-surround": { depends: "vim" },
      },
    );
    expect(answersOf(inputs, "gfortran-tools")).toEqual(["gfortran: leads to gfortran-12, 0.9"]);
    expect(answersOf(inputs, "vim-plugin-surround")).toEqual([]);
  });
});

it("counts in how many Dockerfiles a package is asked for", () => {
  const folder = folderOf({
    "one/Dockerfile": "FROM debian\nRUN apt-get update && apt-get install -y curl=7.* git && apt install git\n",
    "two/web.Dockerfile":
      "FROM debian AS a\nRUN apt-get install curl:amd64 $EXTRA\nFROM a\nRUN apt-get install -y curl rare\n",
    "three/README": "no Dockerfile at all",
    "four/Dockerfile": "FROM alpine\nRUN apk add git\n",
    "five/Dockerfile": 'FROM debian\nRUN ["apt-get", "install", "git"]\n',
  });
  expect(textOf(countPackages(folder))).toBe("package\tcount\tcount_recent\ncurl\t2\t0\ngit\t2\t0\n");
});

it("reads what packages bring from Debian's own index of contents", async () => {
  const contents = [
    "usr/lib/x86_64-linux-gnu/libpq.so  libdevel/libpq-dev",
    "usr/lib/x86_64-linux-gnu/pkgconfig/libpq.pc  libdevel/libpq-dev",
    "usr/lib/x86_64-linux-gnu/libpq.so.5  libs/libpq5",
    "usr/lib/x86_64-linux-gnu/libpq.so.5.15  libs/libpq5",
    "usr/lib/x86_64-linux-gnu/postgresql/lib/plugin.so  libs/libpq5",
    "usr/bin/pg_config  libdevel/libpq-dev",
    "sbin/fsck  utils/fsck",
    "usr/share/doc/libpq5/bin/readme  libs/libpq5",
  ];
  const modules = [
    "usr/lib/python3/dist-packages/PyYAML-6.0.egg-info/PKG-INFO  python/python3-yaml",
    "usr/lib/python3/dist-packages/yaml/__init__.py  python/python3-yaml",
  ];
  const place = openPlace(
    folderOf({
      "dists/bookworm/main/Contents-amd64.gz": gzip(`${contents.join("\n")}\n`),
      "dists/bookworm/main/Contents-all.gz": gzip(`${modules.join("\n")}\n`),
    }),
  );
  const tables = new Map((await gatherContents([place], "bookworm")).map((table) => [table.path, textOf(table)]));
  expect(tables.get("debian/capabilities-bookworm.tsv")?.split("\n")).toEqual([
    "package\tpc\tso\tcmd\tdev\tpy",
    "fsck\t\t\tfsck\t\t",
    "libpq-dev\tlibpq\t\tpg_config\tlibpq\t",
    "libpq5\t\tlibpq.so.5\t\t\t",
    "python3-yaml\t\t\t\t\tPyYAML",
    "",
  ]);
});
