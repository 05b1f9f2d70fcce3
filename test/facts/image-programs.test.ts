import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { facts } from "../facts";

const { images, alpine } = facts;

describe("programs of Debian's images", () => {
  it.each([
    ["git", "git"],
    ["hg", "mercurial"],
    ["gcc", "build-base"],
    ["c++", "build-base"],
    ["convert", "imagemagick"],
    ["perl", "perl"],
    ["pg_config", "libpq-dev"],
    ["ssh-keygen", "openssh-client"],
  ])("%s is in %s", (program, package_) => {
    expect(images.program(program)).toMatchObject({ alpine: package_ });
  });

  it("are not those that busybox has, nor those that make Debian systems", () => {
    for (const name of ["wget", "tar", "sed", "dpkg", "apt-get", "useradd"])
      expect(images.program(name)).toBeUndefined();
  });

  it("all lead to a package that Alpine has", () => {
    const table = readFileSync(new URL("../../server/data/tables/image-programs.tsv", import.meta.url), "utf8");
    const names = new Set(
      table
        .split("\n")
        .slice(1, -1)
        .map((line) => line.split("\t")[2] ?? ""),
    );
    expect([...names].filter((name) => !alpine.resolves(name, alpine.newest))).toEqual([]);
  });
});

describe("what the Alpine variant lacks", () => {
  it.each([
    ["golang", "1.26", ["git", "curl", "build-base", "make", "pkgconf"]],
    ["python", "3.12", ["git", "curl", "build-base", "imagemagick", "mercurial"]],
    ["maven", "3.9-eclipse-temurin-21", ["git"]],
    ["php", "8.3-cli", ["build-base", "autoconf"]],
  ])("of %s:%s", (image, tag, packages) => {
    expect(images.lacks(image, tag)?.packages).toEqual(expect.arrayContaining(packages));
  });

  it("are headers too, of the full images", () => {
    expect(images.lacks("python", "3.12")?.headers).toBeGreaterThan(40);
    expect(images.lacks("python", "3.12-slim")?.headers).toBe(0);
  });

  it("is not asked of what is Alpine, or has no variant", () => {
    expect(images.lacks("python", "3.12-alpine")).toBeUndefined();
    expect(images.lacks("mysql", "8")).toBeUndefined();
  });
});
