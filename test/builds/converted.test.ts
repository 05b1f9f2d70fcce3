import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Machine, missing, which } from "../shell/ash";
import { ElfMaker } from "../shell/elf";
import { alpineWith } from "./alpine-image";
import { Builder, type InImage } from "./builder";

const alpineRoot = process.env.ALPINE_ROOT;
const canBuild = alpineRoot && missing.length === 0 && which("buildah") && process.getuid?.() === 0;

/**
 * What the command line makes of Dockerfiles, built by a real builder on a real Alpine. Its packages come from a folder of packages made
 * here, as no mirror is asked: `make` is a script that installs a program linked with libpq, `libpq` holds that library.
 */
describe.skipIf(!canBuild)("a converted Dockerfile, built by buildah on ALPINE_ROOT", () => {
  let builder: Builder;
  let alpine: Machine;
  let elf: ElfMaker;

  beforeAll(() => {
    elf = new ElfMaker();
    alpine = alpineWith(alpineRoot ?? "", ({ root }) => {
      const library = join(root, "tmp/libpq.so.5");
      elf.musl(library);
      const make = join(root, "tmp/make");
      writeFileSync(make, '#!/bin/sh\nset -e\n[ "$2" = /src ]\ninstall -D -m 755 /src/tool /usr/local/bin/tool\n');
      chmodSync(make, 0o755);
      return [
        { name: "libpq", provides: ["so:libpq.so.5=5"], file: { path: "/usr/lib/libpq.so.5", source: library } },
        { name: "libpq-dev", depends: ["so:libpq.so.5"] },
        { name: "make", file: { path: "/usr/bin/make", source: make } },
        ...["gcc", "linux-headers", "musl-dev", "tzdata"].map((name) => ({ name })),
      ];
    });
    builder = new Builder();
    builder.import(alpine.root, "alpine:3.24");
    mkdirSync(join(builder.context, "tool"));
    elf.program(join(alpine.root, "tmp/tool-of-the-context"), "libpq.so.5");
    renameSync(join(alpine.root, "tmp/tool-of-the-context"), join(builder.context, "tool/tool"));
  }, 120_000);

  afterAll(() => {
    builder?.remove();
    elf?.remove();
    if (alpine) rmSync(alpine.root, { recursive: true, force: true });
  });

  async function convertAndBuild(level: string, dockerfile: string): Promise<InImage> {
    return builder.build(await builder.convert(level, dockerfile));
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
    async (level) => {
      const inImage = await convertAndBuild(level, compiled);
      expect(inImage("tool")).toBe("");
      expect(inImage("id")).toBe("uid=4321(app) gid=4321(app) groups=4321(app)\n");
      const packages = inImage("apk", "info").split("\n");
      expect(packages).toEqual(expect.arrayContaining(["libpq", "tzdata"]));
      // What only compiles is gone but for the level that only translates.
      for (const name of ["gcc", "libpq-dev"]) expect(packages.includes(name)).toBe(level === "packages");
    },
    60_000,
  );

  test("has the users and groups that Debian's programs would make", async () => {
    const inImage = await convertAndBuild(
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

  test("says with dash's echo and bash's test what they say on Debian", async () => {
    const inImage = await convertAndBuild(
      "packages",
      `FROM debian:bookworm-slim
RUN ln -sf /usr/share/zoneinfo/Etc/UTC /etc/localtime && echo "a\\tb" > /tabbed
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN [[ -s /tabbed ]] && cut -f 2 /tabbed | tr a-z A-Z > /upper
`,
    );
    expect(inImage("cat", "/upper")).toBe("B\n");
  }, 60_000);

  test("has the folders of Debian's base where the steps put something", async () => {
    const inImage = await convertAndBuild(
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
