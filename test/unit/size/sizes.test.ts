import { describe, expect, it } from "vitest";
import { analyze, type SizeLine, type StageSizes } from "../../../server/src/alpinize";
import { keepRuntimeLibraries } from "../../../server/src/translations/runtime-libraries";
import { facts } from "../../facts";

const sizesOf = (text: string): readonly StageSizes[] => analyze(text, { facts }).sizes();

function only(text: string): StageSizes {
  const [stage, ...others] = sizesOf(text);
  if (!stage || others.length > 0) throw new Error("not one stage");
  return stage;
}

/** The layers above the base image. */
const layers = (text: string): readonly SizeLine[] => only(text).lines.slice(1);
const names = (line: SizeLine | undefined): string[] => (line?.items ?? []).map(({ name }) => name);
const bytes = (line: SizeLine | undefined): number => line?.disk.bytes ?? 0;
const near = (actual: number | undefined, expected: number, share: number) => {
  expect(actual).toBeGreaterThan(expected * (1 - share));
  expect(actual).toBeLessThan(expected * (1 + share));
};

describe("the base image", () => {
  it("stands first, with its date", () => {
    const [base] = only("FROM python:3.13-slim\n").lines;
    expect(base).toMatchObject({ label: "FROM python:3.13-slim", disk: { basis: "exact" } });
    expect(base?.disk.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("is looked up with the default of an ARG", () => {
    const [base] = only("ARG V=3.13\nFROM python:$V-slim\n").lines;
    expect(base).toMatchObject({ label: "FROM python:3.13-slim", disk: { basis: "exact" } });
  });

  it.each(["registry.example.com/team/app:1", "$IMAGE", "team/app"])("is unknown, and so is the total: %s", (image) => {
    const stage = only(`FROM ${image}\nRUN apt-get update && apt-get install -y curl\n`);
    expect(stage.disk).toMatchObject({ bytes: undefined, basis: "unknown", why: expect.any(String) });
    expect(stage.lines[0]?.disk.basis).toBe("unknown");
    expect(stage.lines[1]?.disk.basis).toBe("sibling");
  });

  it("is nothing for scratch, and an image of copied files alone has no known size", () => {
    expect(only("FROM scratch\n").disk).toEqual({ bytes: 0, basis: "exact" });
    expect(only("FROM scratch\nCOPY app /\n").disk.basis).toBe("unknown");
  });

  it("is the whole of an earlier stage", () => {
    const [base, child] = sizesOf(`FROM python:3.13-slim AS base
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
FROM base
RUN apt-get update && apt-get install -y --no-install-recommends git curl && rm -rf /var/lib/apt/lists/*
`);
    expect(child?.lines[0]).toMatchObject({ label: "FROM base", disk: base?.disk });
    expect(names(child?.lines[1])).toContain("curl");
    expect(names(child?.lines[1])).not.toContain("git");
  });
});

describe("apt-get install", () => {
  const debian = (run: string) => layers(`FROM debian:bookworm-slim\nRUN ${run}\n`);
  const install = "apt-get install -y --no-install-recommends";

  it("adds the packages and all they need, largest first, but not what the image has", () => {
    const [line] = debian(`${install} curl`);
    expect(names(line)).toEqual(expect.arrayContaining(["curl", "libcurl4", "libssl3"]));
    expect(names(line)).not.toContain("libc6");
    const sizes = (line?.items ?? []).map(({ disk }) => disk.bytes ?? 0);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(line?.disk).toMatchObject({ bytes: sizes.reduce((a, b) => a + b), basis: "derived" });
  });

  it("adds recommended packages unless it is told not to", () => {
    const [less] = debian(`${install} curl`);
    const [more] = debian("apt-get install -y curl");
    expect(names(less)).not.toContain("ca-certificates");
    expect(names(more)).toContain("ca-certificates");
  });

  it("leaves the lists behind, once, unless somebody removes them in the same RUN", () => {
    const lists = "/var/lib/apt/lists";
    expect(names(debian(`apt-get update && ${install} curl`)[0])).toContain(lists);
    for (const gone of [
      "rm -rf /var/lib/apt/lists/*",
      "rm -r /var/lib/apt",
      "find /var/lib/apt/lists -type f -delete",
    ]) {
      expect(names(debian(`apt-get update && ${install} curl && ${gone}`)[0])).not.toContain(lists);
    }
    expect(names(debian(`--mount=type=cache,target=/var/lib/apt apt-get update && ${install} curl`)[0])).not.toContain(
      lists,
    );
    expect(debian("apt-get update\nRUN apt-get update\nRUN rm -rf /var/lib/apt/lists/*")).toHaveLength(1);
  });

  it("adds nothing that is there from an earlier layer", () => {
    const [first, second] = debian(`${install} g++\nRUN ${install} g++ make`);
    expect(names(first)).toContain("g++");
    expect(names(second).toSorted()).toEqual(["make", "records of dpkg"]);
  });

  it("keeps what is purged in another RUN, and not what is purged in the same", () => {
    const [kept] = debian(`${install} gcc curl\nRUN apt-get purge -y --auto-remove gcc`);
    expect(names(kept)).toContain("gcc");
    const [gone] = debian(`${install} gcc curl && make && apt-get purge -y --auto-remove gcc`);
    expect(names(gone)).toEqual(expect.arrayContaining(["curl", "make"]));
    expect(names(gone)).not.toContain("gcc");
    expect(bytes(gone)).toBe(bytes(debian(`${install} curl`)[0]));
  });

  it("keeps what a purged package brought in when nobody removes it too", () => {
    const [line] = debian(`${install} build-essential && apt-get purge -y build-essential`);
    expect(names(line)).not.toContain("build-essential");
    expect(names(line)).toContain("gcc");
  });

  it("does not know what is kept after apt-mark auto", () => {
    const script = `savedAptMark="$(apt-mark showmanual)"; ${install} gcc; apt-mark auto '.*' > /dev/null; apt-get purge -y --auto-remove`;
    const [line] = debian(script);
    expect(line?.disk.basis).toBe("unknown");
    expect(names(line)).toEqual(["apt-mark manual"]);
  });

  it("names what it does not know", () => {
    const [line] = debian(`${install} curl nosuchpackage ./local.deb $PACKAGES && apt-get upgrade -y`);
    const unknown = (line?.items ?? []).filter(({ disk }) => disk.basis === "unknown").map(({ name }) => name);
    expect(unknown.toSorted()).toEqual(["$PACKAGES", "./local.deb", "apt-get upgrade", "nosuchpackage"]);
    expect(line?.disk.bytes).toBeGreaterThan(0);
    expect(line?.disk.why).toMatch(/^without what .* and 1 more add; computed/);
  });

  it("is known from another release only, where the tables lack this one", () => {
    for (const image of ["ubuntu:24.04", "debian:buster"]) {
      expect(layers(`FROM ${image}\nRUN apt-get install -y curl\n`)[0]?.disk.basis).toBe("sibling");
    }
  });
});

describe("apk add", () => {
  const alpine = (run: string, image = "alpine:3.22") => layers(`FROM ${image}\nRUN ${run}\n`);

  it("adds the packages and all they need, but not what the image has", () => {
    const [line] = alpine("apk add --no-cache curl");
    expect(names(line)).toEqual(expect.arrayContaining(["curl", "libcurl"]));
    expect(names(line)).not.toContain("musl");
    expect(line?.disk.basis).toBe("exact");
    expect(names(alpine("apk add --no-cache libffi", "python:3.13-alpine")[0])).toEqual([]);
  });

  it("ignores versions and repositories in the request", () => {
    expect(alpine("apk add --no-cache curl=1.2.3-r4 'jq~=1.7'")[0]?.disk).toEqual(
      alpine("apk add --no-cache curl jq")[0]?.disk,
    );
  });

  it("keeps the index in the layer without --no-cache, once", () => {
    const [line] = alpine("apk add curl");
    expect(names(line)).toContain("/var/cache/apk");
    expect(names(alpine("apk add curl && rm -rf /var/cache/apk/*")[0])).not.toContain("/var/cache/apk");
    expect(names(alpine("--mount=type=cache,target=/var/cache/apk apk add curl")[0])).not.toContain("/var/cache/apk");
    expect(alpine("apk update\nRUN apk update")).toHaveLength(1);
  });

  it("frees nothing by deleting in another RUN", () => {
    const [line, ...others] = alpine("apk add --no-cache --virtual .build gcc\nRUN apk del .build");
    expect(names(line)).toContain("gcc");
    expect(others).toEqual([]);
  });

  it("leaves of a virtual package that the same RUN deletes only what is needed otherwise", () => {
    const [line] = alpine("apk add --no-cache libpq && apk add --no-cache -t .build libpq-dev gcc && apk del .build");
    expect(line?.disk).toEqual(alpine("apk add --no-cache libpq")[0]?.disk);
  });

  it("adds again what an earlier RUN has deleted", () => {
    const [first, second] = alpine("apk add --no-cache make\nRUN apk del make\nRUN apk add --no-cache make");
    expect(bytes(second)).toBe(bytes(first));
  });

  it("says which names the release lacks", () => {
    const [line] = alpine("apk add --no-cache curl nosuchpackage");
    expect(line?.items.at(-1)).toMatchObject({ name: "nosuchpackage", disk: { basis: "unknown" } });
    expect(line?.disk).toMatchObject({
      basis: "derived",
      why: expect.stringContaining("without what nosuchpackage adds"),
    });
  });

  const kept = keepRuntimeLibraries({ roots: [], indent: "" }).join("\n");
  const officialStyle = `apk add --no-cache --virtual .rundeps $(scanelf --needed --nobanner /usr/local)`;

  it.each([kept, officialStyle])("guesses the libraries that scanelf finds from the headers: %s", (keep) => {
    const build = "apk add --no-cache --virtual .build-deps build-base postgresql-dev libxml2-dev";
    const [line] = alpine(`${build} && ./configure && ${keep} && apk del .build-deps`.replaceAll("\n", " \\\n"));
    expect(names(line)).toEqual(expect.arrayContaining(["libpq", "libxml2", "./configure"]));
    expect(names(line).filter((name) => /-dev$|^gcc$|^llvm/.test(name))).toEqual([]);
    expect(line?.items.find(({ name }) => name === "libpq")?.disk.basis).toBe("derived");
    expect(line?.disk.bytes).toBeLessThan(5e6);
  });
});

describe("a stage that cannot be built", () => {
  it.each([
    "FROM python:3.13-alpine\nRUN apt-get update && apt-get install -y curl\n",
    "FROM python:3.13-slim\nRUN apk add curl\n",
  ])("has no size, as little as the stages that stand on it", (text) => {
    const [stage, child] = sizesOf(`${text.replace("\n", " AS base\n")}FROM base\n`);
    for (const { disk } of [stage, child].flatMap((one) => one ?? [])) {
      expect(disk).toMatchObject({
        bytes: undefined,
        basis: "unknown",
        why: expect.stringContaining("cannot be built"),
      });
    }
  });

  it("is not one whose RUN looks first", () => {
    const run = "if command -v apk; then apk add --no-cache curl; else apt-get update; fi";
    const [line] = layers(`FROM alpine:3.22\nRUN ${run}\n`);
    expect(names(line)).toContain("curl");
    expect(only(`FROM alpine:3.22\nRUN ${run}\n`).disk.basis).not.toBe("unknown");
  });
});

describe("other layers", () => {
  it("are unknown where they bring files or run programs, and are left out where they add nothing", () => {
    const lines = layers(`FROM debian:bookworm
RUN mkdir -p /app && useradd app && rm -rf /tmp/* && chmod +x /entry
RUN python3 --version
COPY --from=composer:2 /usr/bin/composer /usr/bin/
RUN pip install -r requirements.txt && make -j4
RUN ["npm", "ci"]
RUN <<PY python3
print(1)
PY
ONBUILD RUN apt-get install -y gcc
WORKDIR /app
CMD ["app"]
`);
    expect(lines.map(({ label }) => label)).toEqual([
      "COPY --from=composer:2 /usr/bin/composer /usr/bin/",
      "RUN pip install -r requirements.txt && make -j4",
      'RUN ["npm", "ci"]',
      expect.stringMatching(/^RUN <<PY python3/),
    ]);
    expect(lines.flatMap(names)).toEqual(["pip install", "make", "npm", "a script in another language"]);
    expect(lines.map(({ disk }) => disk.basis)).toEqual(lines.map(() => "unknown"));
  });

  it("are named where a total leaves them out", () => {
    const { disk } = only("FROM python:3.13-slim\nCOPY . .\nRUN pip install -r requirements.txt\n");
    expect(disk).toMatchObject({ basis: "derived", why: "without what COPY and pip install add" });
    expect(disk.bytes).toBe(facts.images.size("python", "3.13-slim")?.disk.bytes);
  });
});

it("tells what the article found for its Dockerfile, without the application: 467, 309 and 117 MB with it", () => {
  const rest = "COPY requirements.txt .\nRUN pip install -r requirements.txt\n";
  const before = only(
    `FROM python:3.13-slim\nRUN apt-get update && apt-get install -qq -y build-essential libpq-dev libffi-dev --no-install-recommends\n${rest}`,
  );
  const packages = only(`FROM python:3.13-alpine\nRUN apk add --no-cache build-base libpq-dev libffi-dev\n${rest}`);
  near(before.disk.bytes, 467e6, 0.05);
  near(packages.disk.bytes, 309e6, 0.05);
});

it("answers for any text", () => {
  for (const text of [
    "",
    "RUN apt-get install",
    "FROM",
    "FROM a AS b\nFROM b AS a\nFROM a\nRUN apk add",
    "FROM x\nRUN",
  ]) {
    expect(() => sizesOf(text)).not.toThrow();
  }
});
