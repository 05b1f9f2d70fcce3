import { callsOf } from "../model/calls";
import { variablesOf } from "../model/environment";
import { runsOf } from "../model/layers";
import { sourceSpan } from "../model/run";
import type { Span } from "../text/edits";
import type { Hazard, Hit, Place } from "./hazard";

export const sanitizerMissing: Hazard = {
  name: "sanitizer-missing",
  severity: "error",
  summary: "gcc's sanitizers are used, which Alpine's gcc does not have",
  why: `Alpine builds gcc without libsanitizer: with \`-fsanitize=address\` and the like, the linker finds no \`libasan\`, \`libubsan\` or
\`libtsan\`. Only \`-fsanitize-trap\` (or \`-fsanitize-undefined-trap-on-error\`), which needs no library, works. Keep the stage that
tests with sanitizers on Debian, or use clang with \`compiler-rt\`.

Stages that build with clang are left alone.`,
  related: [],
  examples: [
    { before: "FROM alpine:3.24\nRUN apk add --no-cache gcc musl-dev\nRUN gcc -fsanitize=address -o app app.c\n" },
    { before: 'FROM gcc:14\nENV CFLAGS="-g -fsanitize=undefined"\nRUN make\n' },
  ],
  leftAlone: [
    {
      why: "clang brings its own",
      text: "FROM alpine:3.24\nRUN apk add --no-cache clang compiler-rt musl-dev\nRUN clang -fsanitize=address -o app app.c\n",
    },
    {
      why: "the trap needs no library",
      text: "FROM alpine:3.24\nRUN gcc -fsanitize=undefined -fsanitize-trap=all -o app app.c\n",
    },
  ],
  *find(place): Iterable<Hit> {
    if (usesClang(place)) return;
    const [span] = spansOf(place);
    if (!span) return;
    yield {
      span,
      message:
        "Alpine's gcc has no sanitizer libraries, so linking with `-fsanitize` fails there. Use clang with `compiler-rt`, or keep the stage that tests on Debian.",
    };
  },
};

const sanitizes = /(^|[\s"'=])-fsanitize=[\w,-]*(address|thread|leak|undefined|memory)/;
const traps = /-fsanitize(-undefined)?-trap/;

function spansOf({ stage }: Place): readonly Span[] {
  const variables = variablesOf(stage).filter(({ value }) => sanitizes.test(value) && !traps.test(value));
  const commands = stage.runs.flatMap(callsOf).flatMap((call) => {
    const words = [...call.args, ...call.command.assignments.flatMap(({ value }) => value ?? [])];
    const word = words.find(({ value }) => sanitizes.test(value));
    return word && !words.some(({ value }) => traps.test(value)) ? [sourceSpan(call.within, word.span)] : [];
  });
  return [...variables.map(({ span }) => span), ...commands].sort((a, b) => a.start - b.start);
}

function usesClang({ stage }: Place): boolean {
  return runsOf(stage).some(
    ({ script, variables }) => /\bclang/.test(script.text) || /clang/.test(variables.get("CC") ?? ""),
  );
}
