import { describe, expect, it } from "vitest";
import { analyze } from "../../server/src/alpinize";
import { muslBuilds } from "../../server/src/translations/musl-builds/builds";
import { facts } from "../facts";

const tini = "https://github.com/krallin/tini/releases/download/v0.19.0/tini";
const node = "https://nodejs.org/dist/v22.9.0/node-v22.9.0-linux-x64.tar.xz";

/** What becomes of steps on Debian, and why they stop. */
function converted(steps: string, more = "") {
  const { text, remarks } = analyze(`FROM debian:bookworm-slim\n${steps}\n${more}`, { facts }).convert("packages");
  return { text, stop: remarks.find(({ kind }) => kind === "stop")?.message };
}

describe("the build for musl of the same release", () => {
  it.each([
    [`ADD ${tini} /tini`, "tini-static /tini"],
    [`ADD ${tini}-arm64 /tini`, "tini-static-arm64 /tini"],
    [`RUN wget -qO /tini ${tini}`, "v0.19.0/tini-static"],
    [`RUN curl -fsSL ${tini} > /tini`, "v0.19.0/tini-static >"],
    [
      `RUN wget -qO /tini ${tini} && wget -qO /tini.sha256sum ${tini}.sha256sum && sha256sum -c /tini.sha256sum`,
      "v0.19.0/tini-static.sha256sum",
    ],
    ["ADD https://github.com/krallin/tini/releases/latest/download/tini /tini", "download/tini-static /tini"],
    [
      "RUN wget https://github.com/jwilder/dockerize/releases/download/v0.6.1/dockerize-linux-amd64-v0.6.1.tar.gz && tar xf dockerize-linux-amd64-v0.6.1.tar.gz",
      "tar xf dockerize-alpine-linux-amd64-v0.6.1.tar.gz",
    ],
    [
      `RUN curl -fsSL ${node} | tar -xJ`,
      "unofficial-builds.nodejs.org/download/release/v22.9.0/node-v22.9.0-linux-x64-musl.tar.xz",
    ],
    ["RUN curl -fsSLO https://cdn.azul.com/zulu/bin/zulu21.36.17-ca-jre21.0.4-linux_x64.tar.gz", "linux_musl_x64"],
    [
      "RUN curl -fsSLO https://github.com/adoptium/temurin8-binaries/releases/download/jdk8u442-b06/OpenJDK8U-jre_x64_linux_hotspot_8u442b06.tar.gz",
      "OpenJDK8U-jre_x64_alpine-linux_hotspot_8u442b06",
    ],
    [
      "ENV V=13.16\nRUN wget -qO- https://files.teamspeak-services.com/releases/server/3.13.7/teamspeak3-server_linux_amd64-3.13.7.tar.bz2 | tar xj && mv teamspeak3-server_linux_amd64 /ts",
      "mv teamspeak3-server_linux_alpine /ts",
    ],
    [
      `ENV DIR=/opt/node-v22.9.0-linux-x64\nRUN curl -fsSL ${node} | tar -xJ -C /opt && ln -s $DIR/bin/node /bin`,
      "ENV DIR=/opt/node-v22.9.0-linux-x64-musl",
    ],
    [
      "RUN curl -sLO https://github.com/tailwindlabs/tailwindcss/releases/latest/download/tailwindcss-linux-x64 && mv tailwindcss-linux-x64 /usr/local/bin/tailwindcss",
      "&& mv tailwindcss-linux-x64-musl /usr",
    ],
    [`RUN curl -fsSLO ${node} && tar xf node-v22*.tar.xz && rm node-*`, "tar xf node-v22*.tar.xz && rm node-*"],
    [`RUN curl -fsSLO ${node} && echo "abc  /gosu" | sha256sum -c && tar xf node-v22.9.0-linux-x64.tar.xz`, ""],
  ])("%s", (steps, wanted) => {
    const { text, stop } = converted(steps);
    if (wanted === "") expect(stop).toMatch(/checksum/);
    else {
      expect(stop).toBeUndefined();
      expect(text).toContain(wanted);
    }
  });

  it("brings the libraries it needs", () => {
    expect(converted(`RUN curl -fsSL ${node} | tar -xJ`).text).toContain("libstdc++");
    expect(converted(`ADD ${tini} /tini`).text).not.toContain("libstdc++");
  });

  it("is not changed a second time", () => {
    const { text } = converted(`ADD ${tini} /tini\nRUN curl -fsSLO ${node}`);
    expect(analyze(text, { facts }).convert("packages").text).toBe(text);
  });

  it("is told at the level that leaves it alone", () => {
    const { remarks } = analyze(`FROM debian:bookworm-slim\nADD ${tini} /tini\n`, { facts }).convert("base");
    expect(remarks.map(({ message }) => message).join("\n")).toContain("makes it `tini-static`");
  });
});

describe("what nvm installs", () => {
  const nvm = (version: string) =>
    `RUN curl -o- https://raw.githubusercontent.com/nvm-sh/nvm/${version}/install.sh | bash`;
  const install = (version: string) => `${nvm("v0.40.3")} && . ~/.nvm/nvm.sh && nvm install ${version}`;

  it.each(["22", "v14.21.3", "--lts", "lts/iron", "node", '"$VERSION"', ""])("nvm install %s", (version) => {
    const { text, stop } = converted(install(version));
    expect(stop).toBeUndefined();
    expect(text).toMatch(/^ENV NVM_NODEJS_ORG_MIRROR=https:\/\/unofficial-builds\.nodejs\.org\/download\/release$/m);
    expect(text).toMatch(/^RUN apk add .*coreutils libstdc\+\+/m);
  });

  it.each(["10", "v8.11.3", "0.12", "lts/carbon", "--lts=dubnium", "1", "iojs-v3"])("not nvm install %s", (version) => {
    expect(converted(install(version)).stop).toMatch(/that version of Node\.js has none there/);
  });

  it("is led there once", () => {
    const { text } = converted(`${nvm("master")}\n${nvm("master")}`);
    expect(text.match(/ENV NVM_NODEJS_ORG_MIRROR/g)).toHaveLength(1);
    expect(analyze(text, { facts }).convert("packages").text).toBe(text);
  });

  it.each([
    ["an old nvm", nvm("v0.35.3"), /What nvm installs is built for glibc/],
    ["a clone of it", "RUN git clone https://github.com/nvm-sh/nvm.git ~/.nvm", /What nvm installs is built/],
    ["a mirror of its own", `ENV NVM_NODEJS_ORG_MIRROR=https://example.com\n${nvm("v0.40.3")}`, /is set already/],
  ])("stays a stop: %s", (_, steps, wanted) => {
    expect(converted(steps).stop).toMatch(wanted);
  });
});

describe("stays a stop", () => {
  const app = "FROM debian:bookworm-slim AS tools\n";
  it.each([
    ["a fixed checksum", `ADD ${tini} /tini\nRUN echo "93dc  /tini" | sha256sum -c -`, /checksum/],
    ["a checksum compared by the shell", `RUN wget -qO /t ${tini} && test "$(sha256sum /t)" = "93dc  /t"`, /checksum/],
    ["a checksum of ADD", `ADD --checksum=sha256:93dc ${tini} /tini`, /checksum/],
    [
      "a signed list of checksums",
      "RUN curl -O https://nodejs.org/dist/v22.9.0/SHASUMS256.txt -O https://nodejs.org/dist/v22.9.0/SHASUMS256.txt.asc" +
        ` -O ${node} && gpg --verify SHASUMS256.txt.asc SHASUMS256.txt`,
      /checksum or signature/,
    ],
    ["a name that would change", `RUN wget ${tini} && chmod +x tini`, /saved under a name/],
    ["a folder for ADD", `ADD ${tini} /usr/local/bin/`, /saved under a name/],
    ["a pattern", `RUN curl -fsSLO ${node} && tar xf *-x64.tar.xz`, /pattern/],
    [
      "a name put together of variables",
      `ENV END=linux-x64\nRUN curl -fsSL ${node} | tar xJ && mv node-v22.9.0-$END /opt`,
      /put together/,
    ],
    [
      "a loop",
      `RUN for f in node-v22.9.0-linux-x64; do curl -fsSL ${node} | tar xJ; mv $f /opt; done`,
      /not read here/,
    ],
    [
      "another version without one",
      `RUN curl -fsSLO ${node} && curl -fsSLO https://nodejs.org/dist/v6.1.0/node-v6.1.0-linux-x64.tar.xz`,
      /another version/,
    ],
    [
      "an old version",
      "ADD https://nodejs.org/dist/v6.1.0/node-v6.1.0-linux-x64.tar.xz /",
      /Node\.js is built for glibc/,
    ],
    [
      "an unknown version",
      "ARG V\nRUN curl -fsSLO https://nodejs.org/dist/v$V/node-v$V-linux-x64.tar.xz",
      /Node\.js is built/,
    ],
  ])("%s", (_, steps, wanted) => {
    expect(converted(steps).stop).toMatch(wanted);
  });

  it("when another stage has its name", () => {
    const text = `${app}RUN curl -fsSL ${node} | tar -xJ -C /opt\nFROM debian:bookworm-slim\nCOPY --from=tools /opt/node-v22.9.0-linux-x64 /node\n`;
    const { remarks } = analyze(text, { facts }).convert("packages");
    expect(remarks.find(({ kind }) => kind === "stop")?.message).toMatch(/another stage has its name/);
  });

  it("when another stage takes its folder without its libraries", () => {
    const text = `${app}RUN curl -fsSL ${node} | tar -xJ -C /usr/local\nFROM debian:bookworm-slim\nCOPY --from=tools /usr/local /usr/local\n`;
    const { remarks } = analyze(text, { facts }).convert("packages");
    expect(remarks.find(({ kind }) => kind === "stop")?.message).toMatch(/libraries are missing/);
  });
});

describe("the table", () => {
  it.each(muslBuilds.map((build) => [build.name, build] as const))(
    "%s has its source and patterns that end",
    (_, build) => {
      expect(build.source).not.toBe("");
      expect(build.read).toMatch(/^\d{4}-\d\d-\d\d$/);
      for (const [pattern] of build.swaps) expect(pattern.global).toBe(true);
      for (const name of build.packages ?? []) expect(facts.alpine.resolves(name, "3.24")).toBe(true);
    },
  );
});
