import type { Instruction, Word } from "../dockerfile/types";
import type { Stage } from "../model/build";
import { callsOf } from "../model/calls";
import { shippedStages } from "../model/layers";
import type { Found, Rule } from "./rule";
import { archiveName, baseName, unpacks } from "./shared/archives";

export const archiveCopied: Rule = {
  name: "archive-copied",
  severity: "warning",
  summary: "An archive is copied into a layer of its own and unpacked in another",
  why: `COPY and ADD of an address write the archive to a layer, and the RUN that unpacks it cannot take it out again: the image has it
twice, also when the RUN deletes it. \`ADD archive.tar.gz /folder/\` unpacks an archive of the build context itself. For what tar cannot
read, show it to the RUN without copying it (\`RUN --mount=type=bind,source=a.zip,target=/a.zip unzip /a.zip\`); fetch what comes from an
address in the RUN that unpacks and deletes it.

It does not matter in a stage that only builds for others.`,
  related: ["hadolint DL3010"],
  fix: "none",
  examples: [
    {
      before:
        "FROM debian:bookworm-slim\nCOPY tool.tar.gz /tmp/\nRUN tar -xzf /tmp/tool.tar.gz -C /opt && rm /tmp/tool.tar.gz\n",
    },
    { before: "FROM debian:bookworm-slim\nADD https://example.com/tool.deb /tmp/\nRUN dpkg -i /tmp/tool.deb\n" },
    {
      before:
        "FROM debian:bookworm-slim AS build\nRUN make-deb /tool.deb\nFROM debian:bookworm-slim\nCOPY --from=build /tool.deb /tmp/\nRUN dpkg -i /tmp/tool.deb && rm /tmp/tool.deb\n",
    },
  ],
  leftAlone: [
    { why: "ADD unpacks it", text: "FROM debian:bookworm-slim\nADD tool.tar.gz /opt/\nRUN /opt/tool/setup\n" },
    { why: "nothing is unpacked from it", text: "FROM debian:bookworm-slim\nCOPY data.zip /srv/\nRUN ls /srv\n" },
    {
      why: "the stage only builds for another one",
      text: "FROM debian:bookworm-slim AS build\nCOPY tool.zip /\nRUN unzip tool.zip\nFROM debian:bookworm-slim\nCOPY --from=build /tool /tool\n",
    },
  ],
  *check({ build }) {
    for (const stage of shippedStages(build)) {
      for (const instruction of stage.instructions) yield* checkCopy(stage, instruction);
    }
  },
};

function* checkCopy(stage: Stage, copy: Instruction): Iterable<Found> {
  if (copy.name !== "COPY" && copy.name !== "ADD") return;
  const words = copy.json ?? copy.words;
  const target = words.at(-1)?.value ?? "";
  const calls = stage.runs.filter(({ instruction }) => instruction.span.start > copy.span.end).flatMap(callsOf);
  const isFromStage = copy.flags.some(({ name }) => name === "from");
  for (const word of words.slice(0, -1)) {
    const source = word.value.replace(/[?#].*$/, "");
    const file = archiveName.test(target) ? target : source;
    if (!archiveName.test(file) || isUnpackedByAdd(copy, word)) continue;
    if (!calls.some((call) => unpacks(call, file))) continue;
    yield { span: word.span, message: messageFor(word.value, file, isFromStage, copy.name) };
  }
}

/** ADD takes tar archives of the context apart, and leaves what it fetches and what is no tar archive as it is. */
function isUnpackedByAdd({ name, flags }: Instruction, { value }: Word): boolean {
  return (
    name === "ADD" &&
    !isAddress(value) &&
    /\.(tar(\.(gz|bz2|xz|zst))?|tgz|tbz2?|txz)$/i.test(value) &&
    !flags.some(({ name }) => name === "from")
  );
}

function isAddress(text: string): boolean {
  return /^(https?|ftp|git@)/.test(text);
}

function messageFor(source: string, file: string, isFromStage: boolean, keyword: string): string {
  const name = /[\s*?$]/.test(file) ? "The archive" : baseName(file);
  const what = `${name} stays in the layer of this ${keyword}, although only what a later RUN unpacks from it is needed.`;
  if (isAddress(source)) return `${what} Fetch, unpack and delete it in one RUN instead.`;
  // A package is installed, not only unpacked, which the other stage cannot do for this one.
  if (isFromStage && !/\.(deb|rpm|apk|whl)$/i.test(source))
    return `${what} Unpack it in the other stage and copy the result.`;
  if (isFromStage) return `${what} Show it to that RUN with \`--mount=type=bind,from=\` and the stage's name instead.`;
  const isTar = /\.(tar(\.\w+)?|tgz|tbz2?|txz)$/i.test(source);
  return `${what} ${isTar ? "Use `ADD`, which unpacks it on the way." : "Show it to that RUN with `--mount=type=bind` instead."}`;
}
