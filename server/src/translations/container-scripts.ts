import type { Instruction } from "../dockerfile/types";
import { copiedFiles } from "../manifests/copied-files";
import { absolute } from "../manifests/image-files";
import { installsOf } from "../manifests/installs";
import { callsOf } from "../model/calls";
import type { StageContext } from "./translation";

/** A file of the user's that is there when the container runs. */
export interface ContainerText {
  /** In the build context; undefined for what is written in place. */
  readonly path: string | undefined;
  readonly text: string;
  /** What brings it, or starts it where it comes with a folder. */
  readonly instruction: Instruction;
}

type Source = Pick<StageContext, "build" | "stage" | "workspace">;

/** The files that COPY and ADD name, and the shell scripts of whole folders that the container starts. */
export function containerTexts(source: Source): readonly ContainerText[] {
  const { build, stage, workspace } = source;
  const copied = stage.instructions
    .filter(({ name }) => name === "COPY" || name === "ADD")
    .flatMap((instruction) =>
      copiedFiles(instruction, { file: build.file, workspace }).map((file) => ({ ...file, instruction })),
    );
  // What is written in place has no path there, and the same text.
  const isCopied = (file: ContainerText) => copied.some(({ path, text }) => path === file.path || text === file.text);
  const others = started(source).filter((file) => !isCopied(file) && isShellScript(file));
  return [...copied, ...others].filter(({ text }) => text.length <= 200_000);
}

/** Of these the shell scripts. */
export function containerScripts(source: Source): readonly ContainerText[] {
  return containerTexts(source).filter(isShellScript);
}

function isShellScript({ text }: ContainerText): boolean {
  return /^#!\s*(\/\S+\/)?(env\s+(-\S+\s+)*)?(\/\S+\/)?(ba|da|a)?sh\b/.test(text);
}

/** Files that a word of CMD, ENTRYPOINT or HEALTHCHECK names: `tini -- bin/docker-entrypoint`. */
function started({ stage, build, workspace }: Source): ContainerText[] {
  const { files } = installsOf(build, workspace);
  const found = stage.starts.flatMap((start) => {
    const words = callsOf(start).flatMap(({ program, args }) => [program, ...args.map(({ value }) => value)]);
    return [...new Set(words)]
      .filter((word) => /^[\w.+-]*(\/[\w.+-]+)+$/.test(word))
      .flatMap((word) => {
        const file = files.readAt(absolute(word, start.workdir), stage);
        return file ? [{ ...file, instruction: start.instruction }] : [];
      });
  });
  return found.filter(({ path }, at) => found.findIndex((one) => one.path === path) === at);
}
