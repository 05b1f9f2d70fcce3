import type { Instruction, Word } from "../dockerfile/types";
import { sourcesOf } from "../model/build";
import { officialName, parseImageReference } from "../model/image-reference";
import { distributionOf, imageName } from "../model/platform";
import { isPortableFile } from "../model/portable-files";
import { copyOfVariant } from "../translations/copied-programs";
import { glibcResultOf } from "./built-on-glibc";
import { glibcProgramsOf } from "./context-programs";
import { glibcOf } from "./glibc-support";
import type { Hazard, Hit, Place } from "./hazard";

export const glibcFilesCopied: Hazard = {
  name: "glibc-files-copied",
  severity: "error",
  summary: "Programs that were built for glibc are copied onto Alpine",
  why: `A program that is linked with glibc does not start on Alpine: the shell says \`not found\`, although the file is there, as glibc's
loader is not. It may come from another stage or image that stands on Debian, or from the build context; of files in the context
the head is read, which says what they are linked with.

Build it on Alpine too, or make it static. Go programs are static with \`CGO_ENABLED=0\`; without it, those that use the network are
not. Folders of packages (\`node_modules\`, \`site-packages\`) work as long as nothing in them is compiled; for these it is a warning.
Byte code, text and static programs are left alone.`,
  related: [],
  examples: [
    { before: "FROM alpine:3.24\nCOPY --from=node:22-slim /usr/local/bin/node /usr/local/bin/\n" },
    {
      before:
        'FROM golang:1.26 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /out/server .\n\nFROM alpine:3.24\nCOPY --from=build /out/server /server\nCMD ["/server"]\n',
    },
    {
      before:
        "FROM python:3.13-slim AS build\nRUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir cryptography\n\nFROM python:3.13-alpine\nCOPY --from=build /opt/venv /opt/venv\n",
    },
  ],
  leftAlone: [
    {
      why: "the program is static",
      text: "FROM golang:1.26 AS build\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /server .\nFROM alpine:3.24\nCOPY --from=build /server /server\n",
    },
    {
      why: "byte code runs anywhere",
      text: "FROM maven:3-eclipse-temurin-21 AS build\nRUN mvn package\nFROM eclipse-temurin:21-jre-alpine\nCOPY --from=build /target/app.jar /app.jar\n",
    },
    {
      why: "the other image is Alpine too",
      text: "FROM alpine:3.24\nCOPY --from=node:22-alpine /usr/local/bin/node /usr/local/bin/\n",
    },
  ],
  *find(place): Iterable<Hit> {
    if (place.onAlpine && glibcOf(place) !== "none") return;
    for (const instruction of place.stage.instructions) {
      yield* fromImage(place, instruction);
      if (place.onAlpine) yield* fromStage(place, instruction);
      yield* fromContext(place, instruction);
    }
  },
};

function* fromImage({ build, facts, stage, onAlpine }: Place, copy: Instruction): Iterable<Hit> {
  const from = copy.flags.find(({ name }) => name === "from");
  const earlier = build.stages.slice(0, stage.index);
  if (copy.name !== "COPY" || !from?.value || sourcesOf(copy, earlier).length > 0) return;
  const reference = parseImageReference(from.value);
  if (!reference) return;
  const image = officialName(reference) ?? imageName(reference);
  const tag = reference.tag ?? "latest";
  const distribution = facts.images.distribution(image, tag)?.name;
  if (distribution !== "debian" && distribution !== "ubuntu") return;
  const word = sourcesIn(copy).find(({ value }) => isProgram(value) && !isPortableFile(value));
  // A conversion copies it from the Alpine variant.
  if (!word || (!onAlpine && copyOfVariant(copy, stage, build, facts) !== undefined)) return;
  const variant = facts.images.alpineVariant(image, tag);
  const way =
    variant.kind === "variant"
      ? `Copy it from ${variant.image}:${variant.tag} instead.`
      : "Install it with `apk add` instead.";
  yield {
    span: word.span,
    message: `${image}:${tag} stands on Debian, so Alpine says \`not found\` when ${base(word.value)} starts. ${way}`,
  };
}

/** Where programs and libraries lie. */
function isProgram(path: string): boolean {
  return /\/s?bin\/[^/*]+$|^(?:\/usr)?(?:\/local)?(?:\/(?:s?bin|lib)?)?\/?$|\.so(\.\d+)*$|\/lib(64)?\/[\w-]*linux-gnu/.test(
    path,
  );
}

function* fromStage({ build, facts }: Place, copy: Instruction): Iterable<Hit> {
  const [source] =
    copy.name === "COPY" && copy.flags.some(({ name }) => name === "from") ? sourcesOf(copy, build.stages) : [];
  const distribution = source && distributionOf(source, facts)?.name;
  if (!source || (distribution !== "debian" && distribution !== "ubuntu")) return;
  for (const word of sourcesIn(copy)) {
    const result = glibcResultOf(source, word.value);
    if (!result) continue;
    const where = `stage ${source.name ?? source.index}`;
    yield {
      span: word.span,
      message: `As ${where} stands on Debian, ${result.what}, and ${result.maybe ? "they do not load" : "it does not start"} on Alpine. ${result.instead}`,
      severity: result.maybe ? "warning" : "error",
    };
    return;
  }
}

function* fromContext({ workspace }: Place, copy: Instruction): Iterable<Hit> {
  const [first, ...others] = workspace ? glibcProgramsOf(copy, workspace) : [];
  if (!first) return;
  const verb = first.isLibrary ? "load" : "start";
  const what =
    others.length > 0
      ? `${first.path} and ${others.length} more are linked with glibc, which Alpine lacks: they do not ${verb} there.`
      : `${first.path} is linked with glibc, which Alpine lacks: it does not ${verb} there.`;
  yield {
    span: first.span,
    message: `${what} Build for musl or make it static, or keep this stage on Debian.`,
  };
}

function sourcesIn({ json, words }: Instruction): readonly Word[] {
  return (json ?? words).slice(0, -1);
}

function base(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
