import { describe, expect, it } from "vitest";
import {
  readPackageJson,
  readPackageLock,
  readPnpmLock,
  readYarnLock,
} from "../../server/src/manifests/node/lock-files";
import { readGemfile, readGemfileLock } from "../../server/src/manifests/ruby/gemfile-lock";

describe("lock files of npm, yarn and pnpm", () => {
  it("are read in all their versions", () => {
    const v3 = {
      packages: {
        "": { name: "app" },
        "node_modules/@img/sharp": { version: "1.0.0" },
        "node_modules/a/node_modules/b": { version: "2.0.0", dev: true },
        "node_modules/c": { version: "3.0.0", optional: true },
      },
    };
    expect(readPackageLock(JSON.stringify(v3))).toEqual([
      { name: "@img/sharp", version: "1.0.0", dev: false, optional: false },
      { name: "b", version: "2.0.0", dev: true, optional: false },
      { name: "c", version: "3.0.0", dev: false, optional: true },
    ]);
    const v1 = { dependencies: { a: { version: "1.0.0", dependencies: { b: { version: "2.0.0" } } } } };
    expect(readPackageLock(JSON.stringify(v1)).map(({ name }) => name)).toEqual(["a", "b"]);
    const yarn =
      '# yarn lockfile v1\n\n\n"@a/b@^1.0.0", "@a/b@^1.1":\n  version "1.2.0"\n  resolved "x"\n\nbcrypt@^3.0.0:\n  version "3.0.8"\n';
    expect(readYarnLock(yarn).map(({ name, version }) => `${name} ${version}`)).toEqual(["@a/b 1.2.0", "bcrypt 3.0.8"]);
    const berry =
      '__metadata:\n  version: 6\n\n"bcrypt@npm:^5.0.0":\n  version: 5.1.0\n  resolution: "bcrypt@npm:5.1.0"\n';
    expect(readYarnLock(berry)).toMatchObject([{ name: "bcrypt", version: "5.1.0" }]);
    const pnpm =
      "packages:\n  /a/1.0.0:\n    dev: true\n  /@b/c@2.0.0(d@1.0.0):\n    optional: true\n  '@e/f@3.0.0':\n    resolution: {}\n";
    expect(readPnpmLock(pnpm).map(({ name, version, dev, optional }) => [name, version, dev, optional])).toEqual([
      ["a", "1.0.0", true, false],
      ["@b/c", "2.0.0", false, true],
      ["@e/f", "3.0.0", false, false],
    ]);
  });

  it("name nothing when they are broken", () => {
    for (const read of [readPackageLock, readYarnLock, readPnpmLock])
      for (const text of ["", "{", "[]", ": :\n - a", '{"packages": 3}', "packages:\n  - a"])
        expect(read(text)).toEqual([]);
  });

  it("package.json names what it depends on, by ranges", () => {
    const text = '{"dependencies":{"a":"^1.0.0","b":"file:../b","c":"user/repo"},"devDependencies":{"d":"*"}}';
    expect(readPackageJson(text, "", false).map(({ name }) => name)).toEqual(["a"]);
    expect(readPackageJson(text, "", true).map(({ name }) => name)).toEqual(["a", "d"]);
  });
});

describe("Bundler's files", () => {
  it("tell gems with the platforms that are locked", () => {
    const text =
      "GIT\n  remote: x\n  specs:\n    mine (0.1)\n\nGEM\n  remote: https://rubygems.org/\n  specs:\n    nokogiri (1.18.1-x86_64-linux-gnu)\n      racc (~> 1.4)\n    nokogiri (1.18.1-x86_64-linux-musl)\n    racc (1.8.1)\n\nPLATFORMS\n  x86_64-linux-gnu\n  x86_64-linux-musl\n\nDEPENDENCIES\n  nokogiri\n";
    expect(readGemfileLock(text)).toEqual({
      gems: [
        { name: "nokogiri", version: "1.18.1", platforms: ["x86_64-linux-gnu", "x86_64-linux-musl"] },
        { name: "racc", version: "1.8.1", platforms: ["ruby"] },
      ],
      platforms: ["x86_64-linux-gnu", "x86_64-linux-musl"],
    });
    expect(readGemfileLock("")).toEqual({ gems: [], platforms: [] });
  });

  it("tell the gems of a Gemfile, those for development left out", () => {
    const text =
      'source "https://rubygems.org"\ngem "pg", "~> 1.5"\ngem \'rails\'\ngroup :development, :test do\n  gem "byebug"\nend\ngem "x", group: :test\ngem "y", git: "https://example.com"\ngem "z"\n';
    expect(readGemfile(text, "").map(({ name, version }) => `${name} ${version}`.trim())).toEqual([
      "pg ~> 1.5",
      "rails",
      "z",
    ]);
  });
});
