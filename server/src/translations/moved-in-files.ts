import type { Instruction } from "../dockerfile/types";
import { copiedFiles } from "../manifests/copied-files";
import type { Span } from "../text/edits";
import { containerScripts } from "./container-scripts";
import { movesOf } from "./layout";
import type { StageContext } from "./translation";

interface Text {
  /** In the build context; undefined for what is written in place. */
  readonly path: string | undefined;
  readonly text: string;
  readonly instruction: Instruction;
}

/** Scripts and settings of the user's that name a path of Debian's which Alpine has elsewhere: nothing changes them. */
export function movedInFiles(context: StageContext): { readonly span: Span; readonly message: string }[] {
  const moves = movesOf(context.stage, context);
  if (moves.length === 0) return [];
  const found = new Map<string, { span: Span; message: string }>();
  for (const { path = "The file", text, instruction } of textsOf(context)) {
    for (const [at, line] of text.split("\n").entries()) {
      if (/^\s*[#;]/.test(line)) continue;
      for (const { from, to } of moves) {
        for (const [named] of line.matchAll(from)) {
          const message = `names \`${named}\`, which is \`${named.replace(from, to)}\` on Alpine. Change the file.`;
          const key = `${path} ${named}`;
          if (!found.has(key))
            found.set(key, { span: instruction.span, message: `${path} (line ${at + 1}) ${message}` });
        }
      }
    }
  }
  return [...found.values()];
}

/** What COPY and ADD name, and the scripts that the container starts. */
function textsOf(context: StageContext): Text[] {
  const copied = context.stage.instructions
    .filter(({ name }) => name === "COPY" || name === "ADD")
    .flatMap((instruction) => copiedFiles(instruction, context).map((file) => ({ ...file, instruction })));
  const started = containerScripts(context).filter(({ instruction }) =>
    /^(CMD|ENTRYPOINT|HEALTHCHECK)$/.test(instruction.name),
  );
  return [...copied, ...started].filter(({ text }) => text.length <= 200_000);
}
