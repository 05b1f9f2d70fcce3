import { DockerfileParser, From, ModifiableInstruction } from "dockerfile-ast";
import type { Dockerfile } from "../../server/src/dockerfile/index";
import { LineIndex } from "../../server/src/text/lines";

/** What both readers must agree on, one line of text per instruction so that a difference reads well. */
export function summaryOf(file: Dockerfile): string[] {
  const lines = new LineIndex(file.text);
  return file.instructions.map(({ name, span, flags, words }) => {
    const [image, as, stage] = words;
    const from =
      name === "FROM" ? ` ${image?.raw} AS ${as?.value.toUpperCase() === "AS" ? stage?.raw : undefined}` : "";
    return `${lines.positionAt(span.start).line} ${name}${withFlags(name, flags)}${from}`;
  });
}

/** The same from `dockerfile-ast`. */
export function oracleSummaryOf(text: string): string[] {
  return DockerfileParser.parse(text)
    .getInstructions()
    .map((instruction) => {
      const name = instruction.getKeyword();
      const { line } = instruction.getRange().start;
      const flags =
        instruction instanceof ModifiableInstruction
          ? instruction.getFlags().map((flag) => ({ name: flag.getName(), value: flag.getValue() ?? undefined }))
          : [];
      const from =
        instruction instanceof From
          ? ` ${instruction.getImage() ?? undefined} AS ${instruction.getBuildStage() ?? undefined}`
          : "";
      return `${line} ${name}${withFlags(name, flags)}${from}`;
    });
}

/** The oracle reads flags of these instructions only. */
const flagged = new Set(["ADD", "COPY", "FROM", "HEALTHCHECK", "RUN"]);

function withFlags(name: string, flags: readonly { name: string; value: string | undefined }[]): string {
  if (!flagged.has(name)) return "";
  return flags.map((flag) => ` --${flag.name}=${flag.value ?? ""}`).join("");
}
