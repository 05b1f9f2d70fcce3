import type { Instruction } from "../dockerfile/types";
import { copiedFiles } from "../manifests/copied-files";
import { absolute } from "../manifests/image-files";
import { installsOf } from "../manifests/installs";
import { callsOf } from "../model/calls";
import type { StageContext } from "./translation";

/** A shell script that is there when the container runs. */
export interface ContainerScript {
  /** In the build context; undefined for what is written in place. */
  readonly path: string | undefined;
  readonly text: string;
  /** What brings it, or starts it where it comes with a folder. */
  readonly instruction: Instruction;
}

type Source = Pick<StageContext, "build" | "stage" | "workspace">;

/** Those that COPY and ADD name, and those of whole folders that the container starts. */
export function containerScripts(source: Source): readonly ContainerScript[] {
  const copied = source.stage.instructions
    .filter(({ name }) => name === "COPY" || name === "ADD")
    .flatMap((instruction) =>
      copiedFiles(instruction, { file: source.build.file, workspace: source.workspace }).map((file) => ({
        ...file,
        instruction,
      })),
    );
  const named = new Set(copied.map(({ path }) => path));
  return [...copied, ...started(source).filter(({ path }) => !named.has(path))].filter(
    ({ text }) => text.length <= 200_000 && /^#!\s*(\/\S+\/)?(env\s+(-\S+\s+)*)?(\/\S+\/)?(ba|da|a)?sh\b/.test(text),
  );
}

/** Files that a word of CMD, ENTRYPOINT or HEALTHCHECK names: `tini -- bin/docker-entrypoint`. */
function started({ stage, build, workspace }: Source): ContainerScript[] {
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
