import { describe, expect, it } from "vitest";
import { products } from "../../server/src/facts/products";
import type { NameSource } from "../../server/src/facts/types";
import { facts } from "../facts";

const debian = (release: string): NameSource => ({ name: "debian", release });
const ubuntu = (release: string): NameSource => ({ name: "ubuntu", release });
const ask = (word: string, source: NameSource | undefined, release = "3.24", family?: string) =>
  facts.names.toAlpine(word, { release, family, source });

describe("the series of Debian's release is kept where Alpine's has it", () => {
  it.each([
    ["postgresql-client", debian("bookworm"), "3.22", "postgresql15-client"],
    ["postgresql", ubuntu("24.04"), "3.24", "postgresql16"],
    ["postgresql-server-dev-all", debian("trixie"), "3.24", "postgresql17-dev"],
    ["php-curl", ubuntu("24.04"), "3.24", "php83-curl"],
    ["php-curl", debian("trixie"), "3.24", "php84-curl"],
    ["default-jre-headless", debian("bookworm"), "3.24", "openjdk17-jre-headless"],
    ["default-jdk", debian("bullseye"), "3.24", "openjdk11-jdk"],
    ["openjdk-21-jdk", debian("bookworm"), "3.20", "openjdk21-jdk"],
    ["llvm-18-dev", undefined, "3.24", "llvm18-dev"],
    ["nodejs", debian("trixie"), "3.20", "nodejs npm"],
    ["nodejs=21.*", debian("bookworm"), "3.20", "nodejs-current npm"],
  ])("%s", (word, source, release, packages) => {
    const answer = ask(word, source, release);
    expect(answer).toMatchObject({ kind: "packages", packages: packages.split(" "), version: undefined });
  });
});

describe("another series is said, with both versions", () => {
  it.each([
    ["python3", debian("bookworm"), "Python", "3.11", "3.14"],
    ["python3-numpy", ubuntu("20.04"), "Python", "3.8", "3.14"],
    ["cython", debian("stretch"), "Python", "2.7", "3.14"],
    ["nodejs", debian("bookworm"), "Node.js", "18", "24"],
    ["ruby-dev", ubuntu("22.04"), "Ruby", "3.0", "3.4"],
    ["php", ubuntu("16.04"), "PHP", "7.0", "8.3"],
    ["postgresql-9.6", debian("stretch"), "PostgreSQL", "9.6", "16"],
    ["default-jdk", debian("jessie"), "Java", "7", "8"],
    ["redis-server", debian("bookworm"), "Redis", "7", "8"],
    ["mariadb-server", debian("bookworm"), "MariaDB", "10.11", "11.8"],
    ["nginx", ubuntu("22.04"), "nginx", "1.18", "1.30"],
    ["golang-go", debian("bookworm"), "Go", "1.19", "1.26"],
    ["perl", debian("bookworm"), "Perl", "5.36", "5.42"],
    ["g++", ubuntu("14.04"), "GCC", "4.8", "15"],
    ["clang-14", debian("bookworm"), "LLVM", "14", "22"],
    ["cmake", debian("bookworm"), "CMake", "3", "4"],
  ])("%s", (word, source, product, before, after) => {
    expect(ask(word, source)).toMatchObject({ kind: "packages", version: { product, before, after } });
  });

  it("MySQL, which Alpine lacks, by its successor too", () => {
    const version = { product: "MySQL", becomes: "MariaDB", before: "8.0", after: "11.8" };
    expect(ask("mysql-server", ubuntu("22.04"))).toMatchObject({ version });
    expect(ask("default-mysql-client", debian("bookworm"))).toMatchObject({ version: { product: "MariaDB" } });
  });
});

it("what is not known is said to be so", () => {
  const version = { product: "Node.js", before: undefined, where: "Ubuntu 25.10", after: "24" };
  expect(ask("nodejs", ubuntu("25.10"))).toMatchObject({ version });
});

it("another repository than the distribution's tells the version", () => {
  const repositories = new Map([["Node.js", { name: "NodeSource", series: "20" }]]);
  const source = { ...debian("bookworm"), repositories };
  expect(ask("nodejs", source)).toMatchObject({ version: { before: "20", where: "NodeSource", after: "24" } });
  expect(ask("nodejs", source, "3.20")).toMatchObject({ version: undefined });
});

it("a family that brings its own language changes nothing", () => {
  expect(ask("python3-dev", debian("bookworm"), "3.24", "python")).toMatchObject({ kind: "none-needed" });
});

it("all names of PHP are read in one series", () => {
  const words = ["php", "php-xml", "php-mysql", "php-imagick", "libapache2-mod-php", "php-gd"];
  const series = words.flatMap((word) => {
    const answer = ask(word, debian("bookworm"));
    return answer.kind === "packages" ? answer.packages.flatMap((name) => /^php(\d+)/.exec(name)?.[1] ?? []) : [];
  });
  expect(new Set(series)).toEqual(new Set(["83"]));
});

describe.each(facts.alpine.releases)("Alpine %s", (release) => {
  it("has a known series of all that carries one there", () => {
    const unknown = products.flatMap(({ alpine, isNumbered, title }) => {
      if (isNumbered || !facts.alpine.package(alpine, release)) return [];
      const source = ubuntu("99.10");
      const word = products.find((one) => one.title === title)?.debian ?? "";
      const answer = ask(word, source, release);
      return answer.kind === "packages" && answer.version?.after === undefined ? [title] : [];
    });
    expect(unknown).toEqual([]);
  });
});
