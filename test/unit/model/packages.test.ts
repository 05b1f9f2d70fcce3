import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../../server/src/dockerfile";
import { readBuild } from "../../../server/src/model/build";
import { packageChanges } from "../../../server/src/model/packages";

function changesOf(text: string) {
  const { stages } = readBuild(parseDockerfile(text));
  const changes = stages.flatMap(({ runs }) => runs.flatMap(packageChanges));
  return changes.map(({ names, unknown, span, call: _, ...change }) => ({
    ...change,
    names: names.map(({ name }) => name),
    unknown: unknown.map(({ text: word }) => word),
    text: text.slice(span.start, span.end),
    words: names.map((name) => text.slice(name.span.start, name.span.end)),
  }));
}

const inRun = (script: string) => changesOf(`FROM x\nRUN ${script}\n`);

describe("apt", () => {
  it.each([
    ["apt-get install -y curl git", "add", ["curl", "git"]],
    ["apt-get -y install curl", "add", ["curl"]],
    ["apt-get -qqy -o Dpkg::Options::=--force-confold install curl", "add", ["curl"]],
    ["apt-get install -t bookworm-backports -y curl", "add", ["curl"]],
    ["sudo -E apt-get install curl=7.* gcc:amd64", "add", ["curl=7.*", "gcc:amd64"]],
    ["DEBIAN_FRONTEND=noninteractive apt-get install tzdata", "add", ["tzdata"]],
    ["aptitude install -y curl", "add", ["curl"]],
    ["/usr/bin/apt install 'curl'", "add", ["curl"]],
    ["apt-get build-dep -y python3", "add", ["python3"]],
    ["apt-get purge -y gcc", "remove", ["gcc"]],
    ["apt-get autoremove -y", "remove", []],
    ["apt-get update -qq", "update", []],
    ["apt-get dist-upgrade -y", "upgrade", []],
    ["apt-get clean", "clean", []],
  ])("%s", (script, action, names) => {
    expect(inRun(script)).toMatchObject([{ manager: "apt", action, names, unknown: [], keepsCache: false }]);
  });

  it.each(["apt-get source x", "apt-mark hold x", "apt-get", "echo apt-get install x", "apt-cache search x"])(
    "%s changes nothing",
    (script) => {
      expect(inRun(script)).toEqual([]);
    },
  );

  it.each([
    ["apt-get install x", true],
    ["apt-get install --no-install-recommends x", false],
    ["apt-get install -o APT::Install-Recommends=false x", false],
    ["apt-get install -o APT::Install-Recommends=true x", true],
    ["aptitude install -R x", false],
  ])("recommends: %s", (script, recommends) => {
    expect(inRun(script)).toMatchObject([{ recommends, names: ["x"] }]);
  });
});

describe("apk", () => {
  it.each([
    ["apk add curl", "add", ["curl"], undefined, true],
    ["apk add --no-cache curl", "add", ["curl"], undefined, false],
    ["apk --no-cache add curl", "add", ["curl"], undefined, false],
    ["apk add --no-cache --virtual .build-deps gcc musl-dev", "add", ["gcc", "musl-dev"], ".build-deps", false],
    ["apk add --no-cache --virtual=.build-deps gcc", "add", ["gcc"], ".build-deps", false],
    ["apk add --no-cache -t .build-deps gcc", "add", ["gcc"], ".build-deps", false],
    ["apk add -Ut .build-deps gcc", "add", ["gcc"], ".build-deps", true],
    ["apk add --repository http://mirror.example/edge/testing gosu", "add", ["gosu"], undefined, true],
    ["apk -X http://mirror.example/edge/testing add gosu", "add", ["gosu"], undefined, true],
    ["apk add 'curl>8' git~=2 nodejs=22.1-r0", "add", ["curl>8", "git~=2", "nodejs=22.1-r0"], undefined, true],
    ["apk del .build-deps", "remove", [".build-deps"], undefined, false],
    ["apk update", "update", [], undefined, true],
    ["apk upgrade", "upgrade", [], undefined, true],
    ["apk upgrade --no-cache", "upgrade", [], undefined, false],
  ])("%s", (script, action, names, virtual, keepsCache) => {
    expect(inRun(script)).toMatchObject([{ manager: "apk", action, names, virtual, keepsCache, recommends: false }]);
  });

  it.each(["apk info curl", "apk search curl", "apk --version", "apk"])("%s changes nothing", (script) => {
    expect(inRun(script)).toEqual([]);
  });

  it.each([
    ["--mount=type=cache,target=/var/cache/apk apk add curl", false],
    ["--mount=type=cache,target=/etc/apk/cache,sharing=locked apk add curl", false],
    ["--mount=type=cache,target=/root/.cache apk add curl", true],
    ["--mount=type=bind,target=/var/cache/apk apk add curl", true],
  ])("cache mounts: %s", (script, keepsCache) => {
    expect(inRun(script)).toMatchObject([{ names: ["curl"], keepsCache }]);
  });
});

describe("names from variables", () => {
  it("are those of the shell text, of ARG and of ENV, and share the place of their word", () => {
    const [change] = changesOf('FROM x\nARG TOOLS="curl git"\nRUN apk add $TOOLS make\n');
    expect(change).toMatchObject({ names: ["curl", "git", "make"], unknown: [], words: ["$TOOLS", "$TOOLS", "make"] });
    expect(inRun("deps='gcc make' && apk add $deps")).toMatchObject([{ names: ["gcc", "make"] }]);
    expect(changesOf("FROM x\nENV V 1.2-r0\nRUN apk add curl=$V\n")).toMatchObject([{ names: ["curl=1.2-r0"] }]);
  });

  it("are not known when nobody has given a value, or a command gives it", () => {
    expect(inRun("apk add $NOWHERE curl $(cat list)")).toMatchObject([
      { names: ["curl"], unknown: ["$NOWHERE", "$(cat list)"] },
    ]);
  });
});

describe("the order and place of changes", () => {
  it("are those of the text, over line ends, in bodies and in heredocs", () => {
    expect(
      inRun(
        "apt-get update \\\n  # tools\n  && apt-get install -y \\\n     curl \\\n  && if x; then apt-get remove -y gcc; fi",
      ),
    ).toMatchObject([
      { action: "update", text: "apt-get update" },
      { action: "add", text: "apt-get install -y \\\n     curl", words: ["curl"] },
      { action: "remove", words: ["gcc"] },
    ]);
    expect(inRun("<<EOF\napk update\napk add curl\nEOF")).toMatchObject([{ action: "update" }, { words: ["curl"] }]);
  });

  it("end with what is no shell text", () => {
    expect(inRun('["apk", "add", "curl"]')).toEqual([]);
    expect(changesOf('FROM x\nSHELL ["pwsh"]\nRUN apk add curl\n')).toEqual([]);
  });

  it("count in triggers as in other instructions", () => {
    expect(changesOf("FROM x\nONBUILD RUN apk add curl\n")).toMatchObject([{ words: ["curl"] }]);
  });
});
