import { describe, expect, it } from "vitest";
import { facts } from "../facts";

const { alpine } = facts;

describe("releases", () => {
  it("lists those with complete names, oldest first", () => {
    expect(alpine.releases.slice(0, 9)).toEqual(["3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9", "3.10"]);
    expect(alpine.releases).toHaveLength(23);
    expect(alpine.newest).toBe("3.24");
  });
});

describe("a package", () => {
  it("has exact sizes where the release's index is known", () => {
    expect(alpine.package("libpq-dev", "3.22")).toMatchObject({
      repository: "main",
      installed: { basis: "exact", date: "2025-11-16" },
    });
  });

  it("has sibling sizes elsewhere, and says from where", () => {
    const found = alpine.package("libpq-dev", "3.24");
    expect(found?.installed).toMatchObject({ basis: "sibling", why: "read from Alpine 3.22" });
    expect(found?.installed.bytes).toBeGreaterThan(1_000_000);
    expect(alpine.package("ffmpeg", "3.22")?.installed).toMatchObject({
      basis: "sibling",
      why: "read from Alpine 3.18",
    });
  });

  it("has the figure of another version where none of its own was read, and says so", () => {
    expect(alpine.package("php85", "3.24")).toMatchObject({
      repository: "community",
      installed: { basis: "sibling", why: "read for php82 of Alpine 3.18" },
    });
    expect(alpine.package("postgresql18-client", "3.24")?.installed).toMatchObject({
      basis: "sibling",
      why: "read for postgresql17-client of Alpine 3.22",
    });
  });

  it("has no figure when none was ever read", () => {
    expect(alpine.package("gosu", "3.24")).toMatchObject({
      repository: "community",
      installed: { bytes: undefined, basis: "unknown" },
    });
  });

  it("moves between the repositories with the releases", () => {
    expect(alpine.package("redis", "3.19")?.repository).toBe("main");
    expect(alpine.package("redis", "3.20")?.repository).toBe("community");
  });

  it("is absent before it came and after it went", () => {
    expect(alpine.package("libpq-dev", "3.11")).toBeUndefined();
    expect(alpine.package("libpq-dev", "3.14")).toBeUndefined();
    expect(alpine.package("libpq-dev", "3.15")).toBeDefined();
    expect(alpine.package("python2", "3.11")).toBeDefined();
    expect(alpine.package("python2", "3.15")?.repository).toBe("community");
    expect(alpine.package("python2", "3.16")).toBeUndefined();
    expect(alpine.package("mongodb", "3.9")).toBeDefined();
    expect(alpine.package("mongodb", "3.10")).toBeUndefined();
    expect(alpine.package("protoc", "3.10")).toBeUndefined();
  });
});

describe("what apk add finds", () => {
  it.each(["curl", "so:libpq.so.5", "cmd:gcc", "pc:zlib", "postgresql-dev", "python3>3.10", "procps"])("%s", (name) => {
    expect(alpine.resolves(name, "3.22")).toBe(true);
  });

  it.each(["libpg-dev", "so:libpq.so.99", "cmd:nothing", "build-essential"])("not %s", (name) => {
    expect(alpine.resolves(name, "3.22")).toBe(false);
  });

  it("takes virtual names of releases between two lists that have them", () => {
    expect(alpine.resolves("openssh-client", "3.16")).toBe(true);
  });
});

describe("a closure", () => {
  it("adds up what apk installs", () => {
    const closure = alpine.closure(["build-base", "libpq-dev", "libffi-dev"], "3.22", []);
    const names = closure.packages.map((one) => one.name);
    expect(names).toContain("musl-dev");
    expect(names).not.toContain("busybox");
    expect(closure.installed).toMatchObject({ basis: "exact" });
    const total = closure.packages.reduce((sum, one) => sum + (one.installed.bytes ?? 0), 0);
    expect(closure.installed.bytes).toBe(total);
    expect(closure).toMatchObject({ unknownSizes: [], missing: [], refusal: undefined });
  });

  it("is the reason to take libpq-dev rather than postgresql-dev", () => {
    const bytes = (name: string) => alpine.closure([name], "3.22", []).installed.bytes ?? 0;
    expect(bytes("postgresql-dev")).toBeGreaterThan(20 * bytes("libpq-dev"));
  });

  it("leaves out what the image holds", () => {
    const present = facts.images.preinstalled("python", "3.13-alpine");
    const names = alpine
      .closure(["ca-certificates", "sqlite-libs", "curl"], "3.24", present)
      .packages.map((one) => one.name);
    expect(names).toContain("curl");
    expect(names).not.toContain("ca-certificates");
    expect(names).not.toContain("sqlite-libs");
  });

  it.each([
    ["postgresql-client", "3.22", "postgresql17-client"],
    ["postgresql-client", "3.24", "postgresql18-client"],
    ["php-curl", "3.22", "php83-curl"],
    ["php-curl", "3.24", "php85-curl"],
    ["java-jdk", "3.24", "openjdk25-jdk"],
    ["lua", "3.24", "lua5.5"],
    ["nodejs", "3.24", "nodejs"],
  ])("takes for %s on %s the provider with the highest priority, %s", (name, release, provider) => {
    const { packages, refusal } = alpine.closure([name], release, []);
    expect(refusal).toBeUndefined();
    const names = packages.map((one) => one.name);
    expect(names).toContain(provider);
    expect(names).not.toContain("postgresql-bdr-client");
  });

  it("takes the needs of another version for those of this one", () => {
    const { packages, unknownSizes } = alpine.closure(["php85-pdo_mysql", "openjdk25-jre"], "3.24", []);
    const names = packages.map((one) => one.name);
    expect(names).toEqual(expect.arrayContaining(["php85-mysqlnd", "php85-common", "openjdk25-jre-headless"]));
    expect(names.filter((name) => /^(php8[0-4]|openjdk(8|11|17|21))/.test(name))).toEqual([]);
    expect(unknownSizes).toEqual([]);
  });

  it("names what has no figure and what does not exist", () => {
    const closure = alpine.closure(["gosu", "libpg-dev"], "3.24", []);
    expect(closure.unknownSizes).toEqual(["gosu"]);
    expect(closure.missing).toEqual(["libpg-dev"]);
    expect(closure.refusal).toBe("libpg-dev (no such package)");
  });

  it("refuses what the release does not have, though its neighbour has it", () => {
    expect(alpine.closure(["libpq-dev"], "3.11", [])).toMatchObject({
      packages: [],
      missing: ["libpq-dev"],
      refusal: "libpq-dev (no such package)",
    });
  });

  it("keeps to the old packages of an old release", () => {
    const { packages, installed } = alpine.closure(["build-base", "postgresql-dev", "libffi-dev"], "3.11", []);
    const names = packages.map((one) => one.name);
    expect(names).toContain("postgresql-dev");
    expect(names.some((name) => /^(clang|llvm)/.test(name))).toBe(false);
    expect(installed).toMatchObject({ basis: "sibling" });
    expect(alpine.package("postgresql-dev", "3.11")?.installed).toMatchObject({ basis: "exact" });
  });

  it("installs documentation once docs is there", () => {
    const names = (words: string[]) => alpine.closure(words, "3.22", []).packages.map((one) => one.name);
    expect(names(["curl"])).not.toContain("curl-doc");
    expect(names(["curl", "docs"])).toContain("curl-doc");
  });

  it("lets a package that is asked for by name stand for what it provides, whatever was chosen before", () => {
    const { packages, refusal } = alpine.closure(["vips-dev", "firefox-esr"], "3.24", []);
    const names = packages.map(({ name }) => name);
    expect(refusal).toBeUndefined();
    expect(names).toContain("icu-data-full");
    expect(names).not.toContain("icu-data-en");
  });

  it("takes gaps between the indexes for gaps, not for refusals", () => {
    const closure = alpine.closure(["nodejs", "npm", "imagemagick", "chromium"], "3.24", []);
    expect(closure.refusal).toBeUndefined();
    expect(closure.packages.length).toBeGreaterThan(100);
  });

  it("checks versions where the release's own index tells them", () => {
    expect(alpine.closure(["python3<3"], "3.22", []).refusal).toMatch(/^python3-3\.12\..*breaks: world\[python3<3\]$/);
    expect(alpine.closure(["python3<3"], "3.24", []).refusal).toBeUndefined();
  });

  it("resolves most of community over a newer main", () => {
    const closure = alpine.closure(["ffmpeg"], "3.22", []);
    expect(closure).toMatchObject({ missing: [], refusal: undefined, installed: { basis: "sibling" } });
    const names = closure.packages.map((one) => one.name);
    expect(names).toContain("ffmpeg-libavcodec");
    // 3.18's ffmpeg was linked with libdav1d.so.6, 3.22 has .so.7.
    expect(names).toContain("libdav1d");
  });
});

describe("a mistyped name", () => {
  it.each([
    ["libq-dev", "libpq-dev"],
    ["openssl-dve", "openssl-dev"],
    ["buildbase", "build-base"],
  ])("%s is near to %s", (typed, meant) => {
    expect(alpine.nearest(typed, "3.24")).toContain(meant);
  });

  it("has at most five neighbours, all of the release", () => {
    const near = alpine.nearest("libpd", "3.24");
    expect(near.length).toBeLessThanOrEqual(5);
    expect(near.every((name) => alpine.package(name, "3.24"))).toBe(true);
  });
});

describe("what is linked to", () => {
  it.each([
    ["libpq-dev", ["libpq"]],
    ["postgresql-dev", ["libpq"]],
    ["jpeg-dev", ["libjpeg-turbo", "libturbojpeg"]],
    ["openssl-dev>3", ["libcrypto3", "libssl3"]],
    ["python3-dev", []],
    ["gcc", []],
    ["nosuch-dev", []],
  ])("with the headers of %s: %j", (headers, libraries) => {
    expect(alpine.linked([headers], "3.22")).toEqual(libraries);
  });
});
