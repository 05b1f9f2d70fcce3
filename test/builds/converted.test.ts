import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { built } from "../built";
import { writePackages } from "../shell/apk-repository";
import { alpineMachine, type Machine, missing, which } from "../shell/ash";
import { ElfMaker } from "../shell/elf";

const alpineRoot = process.env.ALPINE_ROOT;
const canBuild = alpineRoot && missing.length === 0 && which("buildah") && process.getuid?.() === 0;

/**
 * What the command line makes of Dockerfiles, built by a real builder on a real Alpine. Its packages come from a folder of packages made
 * here, as no mirror is asked: `make` is a script that installs a program linked with libpq, `libpq` holds that library.
 */
describe.skipIf(!canBuild)("a converted Dockerfile, built by buildah on ALPINE_ROOT", () => {
  let work: string;
  let alpine: Machine;
  let elf: ElfMaker;
  let cli: string;

  beforeAll(async () => {
    cli = await built("cli");
    work = mkdtempSync(join(tmpdir(), "builds-"));
    alpine = alpineMachine(alpineRoot ?? "");
    elf = new ElfMaker();
    const { root } = alpine;
    const inside = (...command: string[]) => execFileSync("chroot", [root, ...command], { encoding: "utf8" });
    const arch = inside("/sbin/apk", "--print-arch").trim();
    const library = join(root, "tmp/libpq.so.5");
    elf.musl(library);
    const make = join(root, "tmp/make");
    writeFileSync(make, '#!/bin/sh\nset -e\n[ "$2" = /src ]\ninstall -D -m 755 /src/tool /usr/local/bin/tool\n');
    chmodSync(make, 0o755);
    writePackages(join(root, "repo"), arch, [
      { name: "libpq", provides: ["so:libpq.so.5=5"], file: { path: "/usr/lib/libpq.so.5", source: library } },
      { name: "libpq-dev", depends: ["so:libpq.so.5"] },
      { name: "make", file: { path: "/usr/bin/make", source: make } },
      ...["gcc", "musl-dev", "tzdata"].map((name) => ({ name })),
    ]);
    inside("/bin/sh", "-c", `cd /repo/${arch} && apk index --allow-untrusted -o APKINDEX.tar.gz *.apk`);
    writeFileSync(join(root, "etc/apk/repositories"), "/repo\n");
    // The packages made here carry no signature.
    renameSync(join(root, "sbin/apk"), join(root, "sbin/apk.real"));
    writeFileSync(join(root, "sbin/apk"), '#!/bin/sh\nexec /sbin/apk.real --allow-untrusted "$@"\n');
    chmodSync(join(root, "sbin/apk"), 0o755);
    const base = buildah("from", "scratch").trim();
    buildah("add", "--quiet", base, root, "/");
    buildah("commit", "--quiet", base, "docker.io/library/alpine:3.24");
    mkdirSync(join(work, "context/tool"), { recursive: true });
    elf.program(join(root, "tmp/tool-of-the-context"), "libpq.so.5");
    renameSync(join(root, "tmp/tool-of-the-context"), join(work, "context/tool/tool"));
  }, 120_000);

  afterAll(() => {
    if (!work) return;
    elf.remove();
    for (const folder of [work, alpine.root]) rmSync(folder, { recursive: true, force: true });
  });

  function buildah(...args: string[]): string {
    const storage = ["--storage-driver", "vfs", "--root", join(work, "storage"), "--runroot", join(work, "run")];
    return execFileSync("buildah", [...storage, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  }

  /** The image that the level makes of a Debian Dockerfile, and what a command in it says. */
  function convertAndBuild(level: string, dockerfile: string): (...command: string[]) => string {
    const file = join(work, "context/Dockerfile");
    writeFileSync(file, dockerfile);
    const converted = execFileSync(process.execPath, [cli, "convert", "--to", level, file], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    writeFileSync(file, converted);
    const image = buildah("bud", "--quiet", "--isolation", "chroot", "--pull-never", join(work, "context"))
      .trim()
      .split("\n")
      .at(-1);
    const container = buildah("from", "--pull-never", image ?? "").trim();
    return (...command) => buildah("run", "--isolation", "chroot", container, "--", ...command);
  }

  const compiled = `FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev libpq-dev make tzdata \\
    && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 4321 app && useradd --uid 4321 --gid app --create-home --shell /usr/sbin/nologin app
COPY tool/ /src/
RUN make -C /src install
USER app
CMD ["tool"]
`;

  test.each(["packages", "single-run", "multi-stage"])(
    "at the level %s starts the program that was compiled",
    (level) => {
      const inImage = convertAndBuild(level, compiled);
      expect(inImage("tool")).toBe("");
      expect(inImage("id")).toBe("uid=4321(app) gid=4321(app) groups=4321(app)\n");
      const packages = inImage("apk", "info").split("\n");
      expect(packages).toEqual(expect.arrayContaining(["libpq", "tzdata"]));
      // What only compiles is gone but for the level that only translates.
      for (const name of ["gcc", "libpq-dev"]) expect(packages.includes(name)).toBe(level === "packages");
    },
    60_000,
  );

  test("has the users and groups that Debian's programs would make", () => {
    const inImage = convertAndBuild(
      "single-run",
      `FROM debian:bookworm-slim
RUN adduser --system --group --home /var/lib/app --no-create-home app \\
    && adduser --disabled-password --gecos "" --uid 1500 deploy \\
    && usermod -aG app deploy
RUN mkdir -p /srv/www && touch /srv/www/page && chown -R www-data:www-data /srv/www
USER deploy
RUN echo written > ~/note
`,
    );
    expect(inImage("id", "-un")).toBe("deploy\n");
    expect(inImage("id", "-Gn").trim().split(" ").sort()).toEqual(["app", "deploy"]);
    expect(inImage("id", "-u", "deploy")).toBe("1500\n");
    expect(inImage("stat", "-c", "%U:%G", "/srv/www/page")).toBe("www-data:www-data\n");
    expect(inImage("cat", "/home/deploy/note")).toBe("written\n");
    expect(inImage("sh", "-c", "grep ^app: /etc/passwd")).toMatch(/:\/var\/lib\/app:/);
  }, 60_000);

  test("says with dash's echo and bash's test what they say on Debian", () => {
    const inImage = convertAndBuild(
      "packages",
      `FROM debian:bookworm-slim
RUN ln -sf /usr/share/zoneinfo/Etc/UTC /etc/localtime && echo "a\\tb" > /tabbed
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN [[ -s /tabbed ]] && cut -f 2 /tabbed | tr a-z A-Z > /upper
`,
    );
    expect(inImage("cat", "/upper")).toBe("B\n");
  }, 60_000);

  test("has the folders of Debian's base where the steps put something", () => {
    const inImage = convertAndBuild(
      "single-run",
      `FROM debian:bookworm-slim
RUN cd /usr/src && echo one > listed && mkdir /usr/local/src/two
RUN cat /usr/src/listed | tee /usr/local/etc/copied > /etc/init.d/started && chmod 755 /etc/init.d/started
RUN rm /etc/localtime && ln -s /usr/share/zoneinfo/Etc/UTC /etc/localtime
RUN test -e /etc/hostname || cp /usr/src/listed /usr/local/sbin/
RUN . ~/.bashrc && echo "alias ll='ls -l'" >> /etc/bash.bashrc
`,
    );
    expect(inImage("cat", "/usr/local/etc/copied")).toBe("one\n");
    expect(inImage("stat", "-c", "%F", "/usr/local/src/two", "/etc/init.d/started")).toBe("directory\nregular file\n");
    expect(inImage("readlink", "/etc/localtime")).toBe("/usr/share/zoneinfo/Etc/UTC\n");
    expect(inImage("cat", "/etc/bash/bashrc")).toBe("alias ll='ls -l'\n");
  }, 60_000);
});
