import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyze, type Hover } from "../../../server/src/alpinize";
import { plainText } from "../../../server/src/lsp/plain-text";
import { facts } from "../../facts";

/** The hover where `|` stands in the text, and the text it is about. */
function hover(marked: string): (Hover & { readonly about: string }) | undefined {
  const offset = marked.indexOf("|");
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = analyze(text, { facts }).hover(offset);
  return found && { ...found, about: text.slice(found.span.start, found.span.end) };
}

const plain = (marked: string) => plainText(hover(marked)?.markdown ?? "");

describe("on FROM", () => {
  it("tells this image and its Alpine variant, with the figures' dates", () => {
    const found = hover("FROM pyth|on:3.13-slim AS build\n");
    expect(found?.about).toBe("python:3.13-slim");
    expect(found?.markdown).toMatch(/^\*\*python:3\.13-slim\*\*, on Debian trixie\n\n\| image \|/);
    expect(found?.markdown).toMatch(
      /\n\| `python:3\.13-slim` \| this image \| [\d.]+ MB \| [\d.]+ MB \| .*\d{4}-\d\d-\d\d/,
    );
    expect(found?.markdown).toMatch(/\n\| `python:3\.13-alpine` \| Alpine \| .*\d MB \| .*\d MB \| .*\d{4}-\d\d-\d\d/);
    expect(found?.markdown).toMatch(/\nThe Alpine variant is \d+% smaller\./);
  });

  it("does not suggest Alpine where something cannot work there, and says why", () => {
    const markdown = hover("FROM pyth|on:3.13\nRUN pip install --no-cache-dir torch\n")?.markdown;
    expect(markdown).toMatch(/\nAlpine cannot take its place here: torch does not work on Alpine: .+ Debian/);
    expect(markdown).not.toContain("The Alpine variant is");
    expect(markdown).toMatch(/\n\| `python:3\.13-slim` \| slim \|/);
  });

  it("tells the slim variant of a full image", () => {
    expect(hover("FROM python:3.|13\n")?.markdown).toMatch(/\n\| `python:3\.13-slim` \| slim \|/);
  });

  it("answers on the keyword too, but not on the name of the stage", () => {
    const onKeyword = hover("FR|OM python:3.13-slim AS build\n");
    expect(onKeyword?.about).toBe("FROM");
    expect(onKeyword?.markdown).toBe(hover("FROM pyth|on:3.13-slim\n")?.markdown);
    expect(hover("FROM python:3.13-slim AS bui|ld\n")).toBeUndefined();
  });

  it("says what is no longer maintained", () => {
    expect(plain("FROM python:2|.7-slim\n")).toMatch(/not been rebuilt since .* support ended/);
  });

  it("says what to use where there is no Alpine variant", () => {
    const found = hover("FROM openjdk:|11\n");
    expect(found?.markdown).toMatch(/\n\| `eclipse-temurin:11-jdk-alpine` \| instead \|/);
    expect(found?.markdown).toMatch(/No Alpine variant: /);
  });

  it("says that an image is Alpine already", () => {
    expect(plain("FROM alpine:3|.22\n")).toMatch(/Alpine image already, on Alpine 3\.22/);
  });

  it.each([
    ["FROM pytohn|:3\n", /do not know the image.* Did you mean python/],
    ["FROM python:3.13-slmi|\n", /do not know the tag.* Did you mean python:3\.13-slim/],
    ["FROM registry.example.com/team/ap|p:1\n", /do not know the image; it is left as it is\.$/],
  ])("says what nobody knows: %j", (marked, text) => {
    const at = marked.indexOf("|");
    expect(plain(`${marked.slice(0, at - 1)}|${marked[at - 1]}${marked.slice(at + 1)}`)).toMatch(text);
  });

  it("tells what a stage built FROM another one starts with", () => {
    const found = hover("FROM python:3.13-slim AS base\nRUN apt-get install -y git\nFROM b|ase\n");
    expect(found?.about).toBe("base");
    expect(found?.markdown).toMatch(/^\*\*Stage base\*\*: ≈ \d+ MB on disk, ≈ \d+ MB to download/);
  });

  it.each(["FROM |scratch\n", "FROM $IM|AGE\n", "FROM |\n"])("has nothing to say: %j", (marked) => {
    expect(hover(marked)).toBeUndefined();
  });

  it("tells an image that files are copied from, and nothing of a stage", () => {
    expect(hover("FROM php:8\nCOPY --from=compo|ser:2 a b\n")?.about).toBe("composer:2");
    expect(hover("FROM php:8 AS a\nFROM php:8\nCOPY --from=|a a b\n")).toBeUndefined();
  });
});

describe("on RUN", () => {
  const install = "FROM python:3.13-slim\nRUN apt-get update && apt-get install -y build-essential\n";

  it("tells what the layer adds, the twelve largest parts by name", () => {
    const found = hover(install.replace("RUN", "R|UN"));
    expect(found?.about).toBe("RUN");
    expect(found?.markdown).toMatch(/^\*\*This RUN adds ≈ \d+ MB\*\*, ≈ \d+ MB to download\n/);
    const rows = found?.markdown.split("\n").filter((line) => line.startsWith("| `")) ?? [];
    expect(rows).toHaveLength(12);
    expect(found?.markdown).toMatch(/\n\| and \d+ more \| ≈ \d+ MB \|/);
    expect(found?.markdown).toMatch(/\nFigures: computed from Debian's package metadata, \d{4}-\d\d-\d\d\.$/);
  });

  it("answers the same on the command", () => {
    const found = hover(install.replace("apt-get install", "apt-|get install"));
    expect(found?.about).toBe("apt-get");
    expect(found?.markdown).toBe(hover(install.replace("RUN", "R|UN"))?.markdown);
  });

  it("says what is not known", () => {
    expect(plain("FROM python:3.13-slim\nRU|N make -j4\n")).toMatch(/^What this RUN adds is not known\n/);
    expect(plain("FROM python:3.13-slim\nRU|N apt-get install -y curl && make\n")).toMatch(
      /Figures: without what make adds; computed from .*, \d{4}-\d\d-\d\d\.$/,
    );
    expect(plain("FROM python:3.13-alpine\nRU|N apt-get install -y curl\n")).toMatch(
      /Apt-get is not there in this image/,
    );
  });

  it.each(["FROM a\nRU|N mkdir /app\n", "FROM a\nRUN mk|dir /app\n", "FROM a\nONBUILD RU|N apt-get install -y curl\n"])(
    "has nothing to say: %j",
    (marked) => {
      expect(hover(marked)).toBeUndefined();
    },
  );
});

describe("on a Debian package", () => {
  it("tells what it is on Alpine, and what it takes on both", () => {
    const found = hover("FROM python:3.13-slim\nRUN apt-get install -y git lib|pq-dev\n");
    expect(found?.about).toBe("libpq-dev");
    expect(found?.markdown).toMatch(/^\*\*libpq-dev\*\*, a Debian package: on Alpine 3\.\d\d `libpq-dev`\n/);
    expect(found?.markdown).toMatch(/\n\| on `python:3\.13-slim` \| ≈ [\d.]+ kB \| ≈ \d+ MB, \d+ packages \|/);
    expect(found?.markdown).toMatch(/\n\| on `python:3\.13-alpine` \| ≈ [\d.]+ MB \| ≈ [\d.]+ MB, \d+ packages \|/);
    expect(found?.markdown).toMatch(/\nNeeded to build only\. Evidence: .* \(\d+% sure\)\./);
  });

  it("tells several Alpine packages each", () => {
    const names = ["libssl-dev", "default-libmysqlclient-dev", "imagemagick", "fonts-noto", "locales", "dnsutils"];
    for (const name of names) expect(plain(`FROM debian:bookworm\nRUN apt-get install ${name}|x`)).not.toBe("");
    const found = hover("FROM debian:bookworm\nRUN apt-get install -y build-|essential\n");
    expect(found?.markdown).toMatch(/on `alpine:3\.\d\d`/);
  });

  it("counts recommended packages as the command does", () => {
    const marked = (options: string) => `FROM debian:bookworm\nRUN apt-get install ${options} |git\n`;
    const packages = (text: string) => Number(/on debian:bookworm .* (\d+) packages/.exec(text)?.[1]);
    expect(packages(plain(marked("--no-install-recommends")))).toBeLessThan(packages(plain(marked("-y"))));
  });

  it("says what is not needed on Alpine, and what is not there", () => {
    expect(plain("FROM debian:bookworm\nRUN apt-get install -y apt-|transport-https\n")).toMatch(
      /not needed on Alpine/,
    );
    expect(plain("FROM debian:bookworm\nRUN apt-get install -y sys|temd\n")).toMatch(
      /not there on Alpine .* Instead: /,
    );
  });

  it("names what is near to an unknown one", () => {
    expect(plain("FROM debian:bookworm\nRUN apt-get install -y lib|pq-dve\n")).toMatch(/Did you mean libpq-dev/);
  });

  it("tells the layer where a variable holds several", () => {
    const found = hover('FROM debian:bookworm\nRUN PKGS="git curl" && apt-get install -y $PK|GS\n');
    expect(found?.about).toBe("$PKGS");
    expect(found?.markdown).toMatch(/^\*\*This RUN adds/);
  });

  it("stands on the right word behind continuations", () => {
    const found = hover("FROM debian:bookworm\nRUN apt-get install \\\n  # why\n  git \\\n  cu|rl\n");
    expect(found?.about).toBe("curl");
  });
});

describe("on an Alpine package", () => {
  it("tells its repository and what it takes on that image", () => {
    const found = hover("FROM python:3.13-alpine3.22\nRUN apk add --no-cache libpq|-dev\n");
    expect(found?.markdown).toMatch(/^\*\*libpq-dev\*\*: a package of Alpine 3\.22, in main\n/);
    expect(found?.markdown).toMatch(/\n\| on `python:3\.13-alpine3\.22` \| 1\.86 MB \| [\d.]+ MB, \d+ packages \|/);
  });

  it("tells a name that others stand for, and one that is unknown", () => {
    expect(plain("FROM alpine:3.22\nRUN apk add pc:|libpq\n")).toMatch(
      /another package stands for: libpq-dev, in main/,
    );
    expect(plain("FROM alpine:3.22\nRUN apk add |openssl-dve\n")).toMatch(/no package of this name.* mean openssl-dev/);
  });

  it("says that the image has it", () => {
    expect(plain("FROM alpine:3.22\nRUN apk add mu|sl\n")).toMatch(/there already/);
  });
});

describe("text from the file", () => {
  it("cannot become Markdown", () => {
    const found = hover("FROM debian:bookworm\nRUN apt-get install -y '|[x](http://y)<b>*a*`c`'\n");
    expect(found?.markdown).toMatch(/^\*\*\\\[x\\\]\(http:\/\/y\)\\<b\\>\\\*a\\\*\\`c\\`\*\*/);
  });

  it("gets an answer or none, wherever it is asked about", () => {
    const words = fc.constantFrom(
      "FROM ",
      "python:3.13-slim",
      "alpine",
      "a|b",
      "RUN ",
      "apt-get install ",
      "apk add ",
      "libpq-dev ",
      "`x` ",
      "$X ",
      "X=1 ",
      "\n",
      "\\\n",
      "&& ",
      "<<EOF\n",
      "COPY --from=",
      '"',
      "\0",
      " ",
    );
    const text = fc.array(words, { maxLength: 25 }).map((all) => all.join(""));
    fc.assert(
      fc.property(text, (garbage) => {
        const analysis = analyze(garbage, { facts });
        for (let offset = 0; offset <= garbage.length; offset += 3) {
          const found = analysis.hover(offset);
          if (!found) continue;
          expect(found.span.start <= offset && offset <= found.span.end).toBe(true);
          expect(found.markdown).not.toBe("");
        }
      }),
      { numRuns: 150 },
    );
  });
});
