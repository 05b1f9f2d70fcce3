import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../server/src/dockerfile";
import { readBuild } from "../../server/src/model/build";
import { appendStep } from "../../server/src/rules/shared/append-step";
import { applyEdits } from "../../server/src/text/edits";
import { ashAccepts, hasAsh } from "../properties/ash-syntax";
import { ashScripts } from "../properties/check";

/** What the first RUN becomes; undefined when nothing can follow. */
function appended(text: string): string | undefined {
  const build = readBuild(parseDockerfile(text));
  const run = build.stages[0]?.runs[0];
  const edits = run && appendStep(build.file, run, "rm -rf /x/*");
  return edits && applyEdits(text, edits);
}

const long = "apt-get update && apt-get install -y --no-install-recommends ca-certificates curl git-core python3-pip";

describe("a step at the end of a RUN", () => {
  it.each([
    ["on the same line while it fits", "FROM a\nRUN a && b\nUSER c\n", "FROM a\nRUN a && b && rm -rf /x/*\nUSER c\n"],
    ["on a line of its own when it does not", `FROM a\nRUN ${long}\n`, `FROM a\nRUN ${long} \\\n    && rm -rf /x/*\n`],
    ["with the author's indentation", "FROM a\nRUN a \\\n  && b\n", "FROM a\nRUN a \\\n  && b \\\n  && rm -rf /x/*\n"],
    [
      "with && where the author has it",
      "FROM a\nRUN a && \\\n\tb\n",
      "FROM a\nRUN a && \\\n\tb && \\\n\trm -rf /x/*\n",
    ],
    [
      "joined by ; behind set -e",
      "FROM a\nRUN set -e; \\\n  a; \\\n  b\n",
      "FROM a\nRUN set -e; \\\n  a; \\\n  b; \\\n  rm -rf /x/*\n",
    ],
    ["before a last ;", "FROM a\nRUN a; b;\n", "FROM a\nRUN a; b && rm -rf /x/*;\n"],
    [
      "before comment lines of the list",
      "FROM a\nRUN a \\\n  b \\\n  # c\n",
      "FROM a\nRUN a \\\n  b \\\n    && rm -rf /x/* \\\n  # c\n",
    ],
    [
      "with Windows line endings",
      "FROM a\r\nRUN a \\\r\n  && b\r\n",
      "FROM a\r\nRUN a \\\r\n  && b \\\r\n  && rm -rf /x/*\r\n",
    ],
    [
      "with another escape character",
      "# escape=`\nFROM a\nRUN a `\n  && b\n",
      "# escape=`\nFROM a\nRUN a `\n  && b `\n  && rm -rf /x/*\n",
    ],
    ["behind what may fail", "FROM a\nRUN a || true\n", "FROM a\nRUN a || true && rm -rf /x/*\n"],
    [
      "as the last line of a heredoc",
      "FROM a\nRUN <<EOF\n  a\n  b\nEOF\n",
      "FROM a\nRUN <<EOF\n  a\n  b\n  rm -rf /x/*\nEOF\n",
    ],
    ["behind a compound command", "FROM a\nRUN if a; then b; fi\n", "FROM a\nRUN if a; then b; fi && rm -rf /x/*\n"],
    ["in the RUN of ONBUILD", "FROM a\nONBUILD RUN a\n", "FROM a\nONBUILD RUN a && rm -rf /x/*\n"],
  ])("stands %s", (_, before, after) => {
    expect(appended(before)).toBe(after);
    if (hasAsh) expect(ashScripts(after).every(ashAccepts)).toBe(true);
  });

  it.each([
    ["the JSON form", 'FROM a\nRUN ["a", "b"]\n'],
    ["a shell that has ended", "FROM a\nRUN a; exit 0\n"],
    ["a program that takes the shell's place", "FROM a\nRUN exec a\n"],
    ["a program in the background", "FROM a\nRUN a &\n"],
    ["text that never closes", 'FROM a\nRUN a "b\n'],
    ["a heredoc that is another program's", "FROM a\nRUN cat <<EOF > /b\nc\nEOF\n"],
    ["nothing", "FROM a\nRUN\n"],
  ])("has no place behind %s", (_, text) => {
    expect(appended(text)).toBeUndefined();
  });
});
