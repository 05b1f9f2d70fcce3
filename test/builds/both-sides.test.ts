import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Machine, which } from "../shell/ash";
import { alpineWith } from "./alpine-image";
import { Builder } from "./builder";

const { ALPINE_ROOT: alpineRoot, DEBIAN_ROOT: debianRoot } = process.env;
const canBuild = alpineRoot && debianRoot && which("buildah") && process.getuid?.() === 0;

interface Case {
  readonly name: string;
  readonly steps: string;
  /** Shell text that runs in both images; what it prints has to be the same. */
  readonly probe: string;
}

// Left out: busybox makes homes with the bit that hands the group on, and Debian's adduser adds `users` to a user's groups.
const account =
  "for name in app web; do getent passwd $name | cut -d: -f1,6; id -Gn $name | tr ' ' '\\n' | sort | grep -v '^users$' | tr '\\n' ' '; done";

const cases: readonly Case[] = [
  {
    name: "users and groups",
    steps: `RUN groupadd --gid 4000 app && useradd --uid 4000 --gid app --create-home app \\
    && useradd -r -G app -d /srv/web -s /usr/sbin/nologin web
RUN install -d -o app -g app -m 750 /srv/data && echo kept > /srv/data/file && chown web: /srv/data/file`,
    probe: `${account}; stat -c '%U %G %a' /srv/data /srv/data/file; stat -c '%U %G' /home/app; id -u app`,
  },
  {
    name: "Debian's own adduser",
    steps: `RUN addgroup --system app && adduser --system --ingroup app --home /var/lib/app app \\
    && adduser --disabled-password --gecos "" --uid 2000 web && adduser web app`,
    probe: `${account}; stat -c '%U %G' /var/lib/app /home/web; id -u web`,
  },
  {
    name: "a group's number that is taken",
    steps: "RUN groupadd -r -g 1001 app && useradd -r -u 1001 web && useradd -r app -g app",
    probe: `${account}; id -u web; getent group app | cut -d: -f3; test "$(id -g web)" = 1001; echo $?`,
  },
  {
    name: "users of the base",
    steps: `RUN mkdir -p /var/www/html && touch /var/www/html/index && chown -R www-data:www-data /var/www
RUN usermod -aG audio www-data
USER www-data`,
    probe: "id -un; id -Gn | tr ' ' '\\n' | sort; stat -c '%U:%G' /var/www/html/index",
  },
  {
    name: "echo with escapes",
    steps: `RUN echo "one\\ttwo\\nthree" > /a && echo 'keep \\\\ this' > /b && echo "end\\c" >> /b && echo -n x >> /b`,
    probe: "cat /a /b",
  },
  {
    name: "long options",
    steps: `RUN printf 'b\\na\\nb\\n' > /list && sort --unique --reverse /list > /sorted && head --lines=1 /sorted > /first \\
    && cut --delimiter=: --fields=1 /etc/passwd | head -n 1 > /cut && mkdir --parents /x/y && cp --recursive /x /z \\
    && sha256sum /list > /sum && sha256sum --check --status /sum && ln --symbolic --force /list /link && rm --force --recursive /x \\
    && tr --delete b < /list > /deleted && wc --lines < /list > /count && touch --date=@0 /z/old && tail --lines=+2 /list > /rest`,
    probe:
      "cat /sorted /first /cut /deleted /count /rest; readlink /link; ls -d /x /z/y 2> /dev/null; stat -c %Y /z/old",
  },
  {
    name: "find, xargs, sed and tar",
    steps: `RUN mkdir -p /tree/a /tree/b && touch /tree/a/one.txt /tree/b/two.log && echo 'name = old' > /tree/conf \\
    && find /tree -type f -name '*.log' -delete && find /tree -name '*.txt' -print0 | xargs -0 --no-run-if-empty chmod 600 \\
    && sed --in-place --regexp-extended 's/(name) = \\w+/\\1 = new/' /tree/conf \\
    && tar --create --gzip --file=/tree.tar.gz --directory=/ tree && mkdir /out && tar -xzf /tree.tar.gz -C /out --strip-components=1`,
    probe: "cd /out && find . | sort && cat conf && stat -c %a a/one.txt",
  },
  {
    name: "names of processors and releases",
    steps: `RUN dpkg --print-architecture > /architecture \\
    && case "$(dpkg --print-architecture)" in amd64) echo x64 > /name ;; arm64) echo arm > /name ;; esac`,
    probe: "cat /architecture /name",
  },
  {
    name: "conditions, loops and functions",
    steps: `RUN set -eux; for name in one two; do if [ "$name" = two ]; then echo "$name" >> /names; fi; done; \\
    write() { echo "$1" >> /names; }; write three; ( cd /tmp && write four ); { write five; }
RUN false || echo six >> /names && test -e /names && echo seven >> /names`,
    probe: "cat /names",
  },
  {
    name: "passwords and shells",
    steps: `RUN useradd -m -s /bin/sh app && echo 'app:secret' | chpasswd && useradd -m web && passwd -d web`,
    probe: `${account}; grep -c '^app:\\$' /etc/shadow; getent passwd app | cut -d: -f7`,
  },
  {
    name: "what belongs to Debian alone goes",
    steps: `ENV DEBIAN_FRONTEND=noninteractive
RUN echo 'Acquire::Retries "3";' > /etc/apt/apt.conf.d/80-retries && apt-get clean && rm -rf /var/lib/apt/lists/* /tmp/* /var/tmp/*
RUN echo "done" > /done`,
    probe: "cat /done; ls /tmp /var/tmp",
  },
];

/**
 * The same Dockerfile built twice by buildah: as it is on a Debian made by debootstrap, and converted on Alpine. Neither asks a
 * mirror.
 */
describe.skipIf(!canBuild)("a Dockerfile built on DEBIAN_ROOT and, converted, on ALPINE_ROOT", () => {
  let builder: Builder;
  let alpine: Machine;

  beforeAll(() => {
    builder = new Builder();
    alpine = alpineWith(alpineRoot ?? "", () => []);
    builder.import(alpine.root, "alpine:3.24");
    builder.import(debianRoot ?? "", "debian:bookworm");
  }, 300_000);

  afterAll(() => {
    builder?.remove();
    if (alpine) rmSync(alpine.root, { recursive: true, force: true });
  }, 120_000);

  test.each(cases)(
    "comes to the same: $name",
    async ({ steps, probe }) => {
      const dockerfile = `FROM debian:bookworm\n${steps}\n`;
      const onDebian = builder.build(dockerfile)("sh", "-c", probe);
      const converted = await builder.convert("single-run", dockerfile);
      expect(converted).toMatch(/^FROM alpine:3\.24$/m);
      expect(builder.build(converted)("sh", "-c", probe)).toBe(onDebian);
    },
    300_000,
  );
});
