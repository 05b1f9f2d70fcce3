import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepRuntimeLibraries } from "../../server/src/translations/runtime-libraries";
import { writePackages } from "./apk-repository";
import { alpineMachine, ash, type Machine, missing } from "./ash";
import { ElfMaker } from "./elf";

const alpineRoot = process.env.ALPINE_ROOT;
const path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
const offline = "--repository /repo --allow-untrusted --no-network";

/** The real apk of a real Alpine, with build dependencies from a folder of packages made here; no network. */
describe.skipIf(!alpineRoot || missing.length > 0)("with the apk of ALPINE_ROOT", () => {
  let alpine: Machine;
  let elf: ElfMaker;

  beforeEach(() => {
    alpine = alpineMachine(alpineRoot ?? "");
    elf = new ElfMaker();
    writeFileSync(join(alpine.root, "etc/apk/repositories"), "");
    const arch = execFileSync("chroot", [alpine.root, "/sbin/apk", "--print-arch"], { encoding: "utf8" }).trim();
    const libraries = ["used", "unused", "other"].map((name) => {
      const source = join(alpine.root, "tmp", `lib${name}.so.1`);
      elf.musl(source);
      return {
        name: `lib${name}`,
        provides: [`so:lib${name}.so.1=1`],
        file: { path: `/usr/lib/lib${name}.so.1`, source },
      };
    });
    writePackages(join(alpine.root, "repo"), arch, [
      ...libraries,
      { name: "used-dev", depends: ["so:libused.so.1"] },
      { name: "unused-dev", depends: ["so:libunused.so.1"] },
      { name: "other-dev", depends: ["so:libother.so.1"] },
    ]);
    run(`cd /repo/${arch} && apk index --allow-untrusted -o APKINDEX.tar.gz *.apk`);
  });
  afterEach(() => {
    elf.remove();
    rmSync(alpine.root, { recursive: true, force: true });
  });

  function run(script: string, user?: string): string {
    const { status, stdout, stderr } = ash(alpine, script, "/tmp", { PATH: path }, user);
    if (status !== 0) throw new Error(`${script}\nended with ${status}\n${stdout}${stderr}`);
    return stdout;
  }

  /** A whole RUN as a conversion writes it; the command is the user's. */
  function singleRun(packages: string, command: string): string {
    return [
      `apk add ${offline} --virtual .build-deps ${packages}`,
      command,
      keepRuntimeLibraries({ roots: ["node_modules", "/usr/local"], indent: "    " }).join(" \\\n"),
      "apk del --no-network .build-deps",
    ].join(" \\\n    && ");
  }

  function installed(): string[] {
    return run("apk info")
      .split("\n")
      .filter((name) => /^lib(used|unused|other)$|-dev$|^\./.test(name))
      .sort();
  }

  /** Puts a program at this path that starts only when the library is there. */
  function compile(program: string, soname: string): void {
    elf.program(join(alpine.root, program), soname);
  }

  test("keeps the libraries that a program needs, and it runs; all else of the build is gone", () => {
    const before = installed();
    compile("/tmp/tool", "libused.so.1");
    run(singleRun("used-dev unused-dev", "mv /tmp/tool /usr/local/bin/"));
    expect(installed()).toEqual([...before, "libused"]);
    run("tool");
    expect(run("ls /usr/lib")).not.toContain("libunused");
  });

  test("a second RUN keeps what the first one kept", () => {
    compile("/usr/local/bin/tool", "libused.so.1");
    run(singleRun("used-dev", "true"));
    // As when the second RUN scans other folders than the first.
    run("mkdir -p /opt/tool && mv /usr/local/bin/tool /opt/tool/");
    compile("/tmp/node_modules/addon/addon", "libother.so.1");
    run(singleRun("other-dev", "true"));
    expect(installed()).toEqual(["libother", "libused"]);
    run("/opt/tool/tool && node_modules/addon/addon");
  });

  test("keeps nothing, and says so by success, when nothing was built", () => {
    run(singleRun("used-dev unused-dev", "true"));
    expect(installed()).toEqual([]);
  });

  test("asks for nothing that no installed package has", () => {
    const world = readFileSync(join(alpine.root, "etc/apk/world"), "utf8");
    elf.musl(join(alpine.root, "usr/local/lib/_tkinter.so"), "libtk8.6.so", "libcarried-1a2b3c4d.so.1");
    elf.glibc(join(alpine.root, "tmp/node_modules/a.node"), "libm.so.6");
    elf.bare(join(alpine.root, "tmp/node_modules/b.node"), "liblog.so", "libz.so", "odd name'\".so");
    run(singleRun("used-dev", "true"));
    expect(readFileSync(join(alpine.root, "etc/apk/world"), "utf8")).toBe(world);
  });

  test("names a package once in the list of the image, and leaves no group behind", () => {
    compile("/usr/local/bin/tool", "libused.so.1");
    run(`${singleRun("used-dev", "true")} && ${singleRun("used-dev", "true")}`);
    const world = readFileSync(join(alpine.root, "etc/apk/world"), "utf8").split("\n");
    expect(world.filter((name) => name === "libused")).toHaveLength(1);
    expect(world.filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("fails as a user who is not root, before anything is deleted", () => {
    compile("/usr/local/bin/tool", "libused.so.1");
    run(`apk add ${offline} --virtual .build-deps used-dev`);
    const step = keepRuntimeLibraries({ roots: [], indent: "" }).join(" \\\n");
    expect(() => run(`${step} && apk del --no-network .build-deps`, "65534:65534")).toThrow(/ended with 123/);
    expect(installed()).toContain("libused");
  });

  test("fails when the list of installed packages cannot be locked", () => {
    compile("/usr/local/bin/tool", "libused.so.1");
    run(`apk add ${offline} --virtual .build-deps used-dev`);
    const step = keepRuntimeLibraries({ roots: [], indent: "" }).join(" \\\n");
    run("rm -rf /lib/apk/db/lock && mkdir /lib/apk/db/lock");
    expect(() => run(step)).toThrow(/ended with 123/);
  });
});
