import { type Call, callsOf } from "../model/calls";
import { type Download, downloadsOf } from "../model/downloads";
import { shippedStages } from "../model/layers";
import type { TextEdit } from "../text/edits";
import type { Context, Found, Rule } from "./rule";
import { appendStep } from "./shared/append-step";
import { archiveName, baseName, disposes, unpacks } from "./shared/archives";

export const archiveKept: Rule = {
  name: "archive-kept",
  severity: "warning",
  summary: "A downloaded archive stays in the layer beside what was unpacked from it",
  why: `A layer keeps what it holds when its RUN ends. An archive that was fetched and unpacked there is a second, packed copy of what
the image has anyway, and deleting it in a later RUN only hides it. Delete it in the same RUN, or hand the download to the program
that unpacks it (\`curl -fsSL URL | tar -xz\`), so that it is never written.

It does not matter in a stage that only builds for others; archives that are kept as they are, or mentioned later, are left alone.`,
  related: [],
  fix: "review",
  examples: [
    {
      before:
        "FROM debian:bookworm-slim\nRUN curl -fsSLo /tmp/tool.tar.gz https://example.com/tool.tar.gz \\\n  && tar -xzf /tmp/tool.tar.gz -C /opt\n",
      after:
        "FROM debian:bookworm-slim\nRUN curl -fsSLo /tmp/tool.tar.gz https://example.com/tool.tar.gz \\\n  && tar -xzf /tmp/tool.tar.gz -C /opt \\\n  && rm /tmp/tool.tar.gz\n",
    },
    {
      before: "FROM alpine:3.24\nRUN wget https://example.com/tool.zip\nRUN unzip tool.zip\nRUN rm tool.zip\n",
    },
  ],
  leftAlone: [
    {
      why: "the same RUN deletes it",
      text: "FROM alpine:3.24\nRUN wget https://example.com/tool.zip && unzip tool.zip && rm *.zip\n",
    },
    {
      why: "it is never written",
      text: "FROM alpine:3.24\nRUN wget -qO- https://example.com/tool.tgz | tar -xz -C /opt\n",
    },
    { why: "nothing is unpacked from it", text: "FROM alpine:3.24\nRUN wget -P /data https://example.com/set.zip\n" },
    {
      why: "the stage only builds for another one",
      text: "FROM alpine:3.24 AS build\nRUN wget https://example.com/a.zip && unzip a.zip\nFROM alpine:3.24\nCOPY --from=build /a /a\n",
    },
  ],
  *check(context) {
    for (const stage of shippedStages(context.build)) {
      for (const download of downloadsOf(stage)) {
        const found = checkDownload(context, download);
        if (found) yield found;
      }
    }
  },
};

function checkDownload(context: Context, { url, file, by, span, instruction }: Download): Found | undefined {
  if (!by || !file || !archiveName.test(file) || by.call.command.conditional) return undefined;
  const start = by.call.span.start;
  const calls = callsOf(by.run);
  const after = calls.slice(
    calls.findIndex(({ span, within }) => within === by.call.within && span.start === start) + 1,
  );
  if (after.some((call) => disposes(call, file))) return undefined;
  const name = baseName(file);
  const unpacker = after.find((call) => unpacks(call, file));
  const stage = context.build.stages.find(({ instructions }) => instructions.includes(instruction));
  const laterRuns = stage?.runs.slice(stage.runs.indexOf(by.run) + 1) ?? [];
  if (!unpacker) {
    const late = laterRuns.flatMap(callsOf).find((call) => unpacks(call, file));
    if (!late) return undefined;
    return {
      span,
      message: `${shown(name)} stays in this layer beside what a later RUN unpacks from it. Fetch, unpack and delete it in one RUN, or pipe the download into the program that unpacks it.`,
    };
  }
  const message = `${shown(name)} stays in this layer beside what is unpacked from it. Delete it in this RUN, or pipe the download into the program that unpacks it.`;
  const rest = context.build.file.text.slice(instruction.span.end);
  const edits = rest.includes(name) || url === "" ? undefined : deletion(context, file, by.run, by.call, after);
  return { span, message, ...(edits && { fix: () => ({ title: `Delete ${name} at the end of the RUN`, edits }) }) };
}

/** Where the path still means the same file at the end of the RUN. */
function deletion(
  { build }: Context,
  file: string,
  run: Parameters<typeof appendStep>[1],
  call: Call,
  after: readonly Call[],
): readonly TextEdit[] | undefined {
  const moves = !file.startsWith("/") && after.some(({ name }) => /^(cd|pushd|popd)$/.test(name));
  const isTopLevel = call.command.step.list.parent === undefined && !call.command.substituted;
  if (moves || !isTopLevel || call.within !== run || !/^[\w./+~@%-]+$/.test(file) || file.includes(".."))
    return undefined;
  return appendStep(build.file, run, `${call.asRoot ? "sudo " : ""}rm ${file}`);
}

function shown(name: string): string {
  return /\s|\$/.test(name) || name.length > 60 ? "The archive" : name;
}
