import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { keepRuntimeLibraries } from "../../server/src/translations/runtime-libraries";
import { alpineMachine, Build, hostMachine, type Machine, missing } from "./ash";
import { ElfMaker } from "./elf";

/** The step as it stands in a Dockerfile, between the user's commands. */
function step(...roots: string[]): string {
  return keepRuntimeLibraries({ roots, indent: "    " }).join(" \\\n");
}

describe("the text", () => {
  const lines = keepRuntimeLibraries({ roots: ["node_modules", "/usr/local/lib", "/usr/local"], indent: "  " });

  test("is short and fits into a RUN", () => {
    expect(lines.length).toBeLessThanOrEqual(5);
    for (const line of lines) expect(line).not.toMatch(/^\s*#|[\\`]$|\n/);
    for (const line of lines.slice(1)) expect(line).toMatch(/^ {6}\| /);
  });

  test("scans /usr/local once and last: scanelf's exit status is that of the last folder", () => {
    expect(lines[0]).toMatch(/ node_modules \/usr\/local$/);
  });

  test("always tells apk to stay off the network, and names no virtual package", () => {
    const text = lines.join("\n");
    expect(text.match(/apk add/g)).toHaveLength(1);
    expect(text).toContain("apk add --no-network");
    expect(text).not.toContain("--virtual");
  });
});

test.runIf(missing.length > 0)(
  `busybox, scanelf, gcc and musl-gcc are here (missing: ${missing.join(", ")})`,
  ({ skip }) => {
    if (!process.env.CI) skip();
    expect(missing).toEqual([]);
  },
);

const alpineRoot = process.env.ALPINE_ROOT;
const machines: [string, () => Machine][] = [
  ["busybox ash", hostMachine],
  ["ALPINE_ROOT", () => alpineMachine(alpineRoot ?? "")],
];

describe.each(machines)("run in %s", (name, start) => {
  const skipped = missing.length > 0 || (name === "ALPINE_ROOT" && !alpineRoot);
  let machine: Machine;
  let build: Build;
  let elf: ElfMaker;

  beforeAll(() => {
    if (skipped) return;
    machine = start();
    elf = new ElfMaker();
  });
  afterAll(() => {
    if (skipped) return;
    elf.remove();
    if (machine.root !== "") rmSync(machine.root, { recursive: true, force: true });
  });
  beforeEach(() => {
    if (!skipped) build = new Build(machine);
  });
  afterEach(() => {
    if (!skipped) build.remove();
  });

  /** Runs the step before a last command, and says whether that was reached. */
  function keep(...roots: string[]) {
    const ended = build.run(`true \\\n    && ${step(...roots)} \\\n    && echo reached`);
    return { ...ended, reached: ended.stdout.endsWith("reached\n") };
  }

  /** Expects success and one `apk add` of just these packages. */
  function expectKept(roots: readonly string[], packages: readonly string[]): void {
    const { status, reached, stderr } = keep(...roots);
    expect({ status, reached, stderr }).toEqual({ status: 0, reached: true, stderr: expect.any(String) });
    expect(build.added).toEqual([["add", "--no-network", ...packages]]);
  }

  const it = test.skipIf(skipped);

  it("keeps what musl-linked libraries and programs need, and cares for no plain file", () => {
    build.install({ "libpq.so.5": "libpq", "libz.so.1": "zlib", "libgone.so.1": "gone" });
    elf.musl(`${build.local}/lib/python3.13/site-packages/psycopg2/_psycopg.so`, "libpq.so.5");
    elf.program(`${build.local}/bin/tool`, "libz.so.1");
    writeFileSync(`${build.local}/lib/python3.13/libgone.so.1`, "libgone.so.1,libgone.so.1\n");
    writeFileSync(`${build.local}/bin/script`, "#!/bin/sh\n", { mode: 0o755 });
    expectKept(["/usr/local"], ["libpq", "zlib"]);
  });

  it("writes the packages down for another stage, and keeps nothing here", () => {
    build.install({ "libpq.so.5": "libpq", "libz.so.1": "zlib" });
    elf.musl(build.path("venv/lib/_psycopg.so"), "libpq.so.5");
    elf.program(`${build.local}/bin/tool`, "libz.so.1");
    const list = keepRuntimeLibraries({ roots: ["venv"], indent: "    ", into: "run-deps" }).join(" \\\n");
    expect(build.run(list)).toMatchObject({ status: 0 });
    expect(build.added).toEqual([]);
    expect(readFileSync(build.path("run-deps"), "utf8")).toBe("libpq\nzlib\n");
    // What the last stage does with it.
    expect(build.run("xargs -rt apk add --no-cache < run-deps")).toMatchObject({ status: 0 });
    expect(build.added).toEqual([["add", "--no-cache", "libpq", "zlib"]]);
  });

  it("writes an empty list when nothing is linked to anything", () => {
    const list = keepRuntimeLibraries({ roots: ["venv"], indent: "    ", into: "run-deps" }).join(" \\\n");
    expect(build.run(`${list} && xargs -rt apk add --no-cache < run-deps`)).toMatchObject({ status: 0 });
    expect(build.added).toEqual([]);
  });

  it("names the C library as Alpine's own compiler does, which apk has anyway", () => {
    build.install({ "libc.musl-x86_64.so.1": "musl" });
    elf.bare(`${build.local}/lib/a.so`, "libc.musl-x86_64.so.1");
    expectKept(["/usr/local"], ["musl"]);
  });

  it("asks for no library that a wheel carries along", () => {
    build.install({ "libpq.so.5": "libpq" });
    const packages = `${build.local}/lib/python3.13/site-packages`;
    elf.musl(`${packages}/numpy/_core/_multiarray.so`, "libscipy_openblas64_-ff651d7f.so");
    elf.musl(`${packages}/numpy.libs/libscipy_openblas64_-ff651d7f.so`, "libgfortran-8f1e9814.so.5.0.0");
    elf.musl(`${packages}/numpy.libs/libgfortran-8f1e9814.so.5.0.0`);
    elf.musl(`${packages}/psycopg2/_psycopg.so`, "libpq.so.5", "libpython3.13.so.1.0");
    expectKept(["/usr/local"], ["libpq"]);
  });

  it("asks for no library that a wheel carries along, when it is the only one", () => {
    elf.musl(`${build.local}/lib/numpy/core.so`, "libopenblas-1a2b3c4d.so.0");
    elf.musl(`${build.local}/lib/numpy.libs/libopenblas-1a2b3c4d.so.0`);
    expect(keep("/usr/local")).toMatchObject({ status: 0, reached: true });
    expect(build.added).toEqual([]);
  });

  it("keeps a package rather than guess when a name is both carried along and installed", () => {
    build.install({ "libpng16.so.16": "libpng" });
    elf.glibc(build.path("node_modules/prebuilt/libpng16.so.16"));
    elf.musl(build.path("node_modules/compiled/addon.node"), "libpng16.so.16");
    expectKept(["node_modules"], ["libpng"]);
  });

  it("leaves out what no installed package has: tkinter of the official images", () => {
    build.install({ "libffi.so.8": "libffi" });
    elf.musl(`${build.local}/lib/python3.13/lib-dynload/_tkinter.so`, "libtk8.6.so", "libtcl8.6.so");
    elf.musl(`${build.local}/lib/python3.13/lib-dynload/_ctypes.so`, "libffi.so.8");
    expectKept(["/usr/local"], ["libffi"]);
  });

  it("lets files for glibc, BSD, Android and other processors be", () => {
    build.install({ "libstdc++.so.6": "libstdc++" });
    const prebuilds = build.path("node_modules/bcrypt/prebuilds");
    elf.musl(`${prebuilds}/linux-x64/bcrypt.musl.node`, "libstdc++.so.6");
    elf.glibc(`${prebuilds}/linux-x64/bcrypt.glibc.node`, "libm.so.6", "ld-linux-x86-64.so.2", "libpthread.so.0");
    elf.bare(`${prebuilds}/freebsd-x64/bcrypt.node`, "libc.so.7", "libthr.so.3");
    elf.bare(`${prebuilds}/android-arm64/bcrypt.node`, "libc.so", "libm.so", "libdl.so", "liblog.so");
    elf.foreign(`${prebuilds}/linux-sparc64/bcrypt.node`, "libc.musl-sparc64.so.1");
    expectKept(["node_modules"], ["libstdc++"]);
  });

  it("finds files below relative roots, beside each other, and in paths with spaces", () => {
    build.install({ "libvips.so.42": "vips", "libpq.so.5": "libpq" });
    elf.musl(build.path("node_modules/my addon/build/Release/my addon.node"), "libvips.so.42");
    elf.musl(build.path("vendor/bundle/ruby/3.4.0/gems/pg-1.6/lib/pg_ext.so"), "libpq.so.5");
    expectKept(["node_modules", "vendor/bundle"], ["libpq", "vips"]);
  });

  it("quotes roots for the shell: spaces, quotes, variables", () => {
    build.install({ "libone.so.1": "one", "libtwo.so.2": "two", "libthree.so.3": "three" });
    elf.musl(build.path("my libs/a.so"), "libone.so.1");
    elf.musl(build.path("it's/b.so"), "libtwo.so.2");
    elf.musl(build.path("virtual env/c.so"), "libthree.so.3");
    const { status } = build.run(step("my libs", "it's", "$VIRTUAL_ENV"), { VIRTUAL_ENV: "virtual env" });
    expect(status).toBe(0);
    expect(build.added).toEqual([["add", "--no-network", "one", "three", "two"]]);
  });

  it("is content with nothing at all", () => {
    expect(keep("/usr/local")).toMatchObject({ status: 0, reached: true, stderr: "" });
    expect(build.added).toEqual([]);
  });

  it("is content with roots that are missing, empty or unset", () => {
    mkdirSync(build.path("empty"));
    const ended = keep("node_modules", "empty", `"$UNSET"`, "vendor/bundle");
    expect(ended).toMatchObject({ status: 0, reached: true, stderr: "" });
    expect(build.added).toEqual([]);
  });

  it("still finds the rest when one root is missing", () => {
    build.install({ "libpq.so.5": "libpq" });
    elf.musl(build.path("vendor/bundle/pg_ext.so"), "libpq.so.5");
    expectKept(["node_modules", "vendor/bundle", "missing"], ["libpq"]);
  });

  it("is content with files that only begin like a library", () => {
    build.install({ "libpq.so.5": "libpq" });
    elf.musl(build.path("vendor/a.so"), "libpq.so.5");
    const bytes = new Uint8Array(readFileSync(build.path("vendor/a.so")));
    for (const length of [4, 20, 63, 300, 3000])
      writeFileSync(build.path(`vendor/cut-${length}.so`), bytes.subarray(0, length));
    expectKept(["vendor"], ["libpq"]);
  });

  it("calls apk once for a long list", () => {
    const sonames = Array.from(
      { length: 60 },
      (_, index) => `lib-of-a-rather-long-name-to-fill-the-line-${1000 + index}.so.1`,
    );
    build.install(Object.fromEntries(sonames.map((soname) => [soname, soname.replace(".so.1", "")])));
    elf.musl(build.path("vendor/a.so"), ...sonames);
    expectKept(
      ["vendor"],
      sonames.map((soname) => soname.replace(".so.1", "")),
    );
  });

  it("names in the build log what it keeps", () => {
    build.install({ "libpq.so.5": "libpq" });
    elf.musl(build.path("vendor/a.so"), "libpq.so.5");
    expect(keep("vendor").stderr).toBe("apk add --no-network libpq\n");
  });

  it("fails the RUN when scanelf is missing", () => {
    elf.musl(`${build.local}/lib/a.so`, "libpq.so.5");
    build.removeProgram("scanelf");
    const ended = keep("/usr/local");
    expect(ended).toMatchObject({ status: 127, reached: false });
    expect(ended.stderr).toContain("scanelf");
    expect(build.added).toEqual([]);
  });

  it("fails the RUN when apk add fails", () => {
    build.install({ "libpq.so.5": "libpq" });
    elf.musl(`${build.local}/lib/a.so`, "libpq.so.5");
    const { status, stdout } = build.run(`${step("/usr/local")} \\\n && echo reached`, { APK_ADD_STATUS: "1" });
    expect(status).not.toBe(0);
    expect(stdout).not.toContain("reached");
  });

  it("does not run after a step that failed", () => {
    build.install({ "libpq.so.5": "libpq" });
    elf.musl(`${build.local}/lib/a.so`, "libpq.so.5");
    expect(build.run(`false \\\n && ${step("/usr/local")}`).status).toBe(1);
    expect(build.added).toEqual([]);
  });

  it("leaves the user's own pipelines and variables as they were", () => {
    const script = `library=mine && ${step("/usr/local")} \\\n && false | true && echo "$library"`;
    expect(build.run(script)).toMatchObject({ status: 0, stdout: "mine\n" });
  });

  it("works under set -eux as well", () => {
    build.install({ "libpq.so.5": "libpq" });
    elf.musl(build.path("vendor/a.so"), "libpq.so.5", "libnone.so.1");
    expect(build.run(`set -eux; ${step("vendor")}; echo reached`)).toMatchObject({ status: 0, stdout: "reached\n" });
    expect(build.added).toEqual([["add", "--no-network", "libpq"]]);
  });
});
