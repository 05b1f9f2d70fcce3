import type { Fix } from "../alpinize";
import { nextLine } from "../dockerfile/cut";
import { listed } from "../rules/shared/sentences";
import type { Place } from "./hazard";
import { additionsOf } from "./packages-there";

/**
 * Adds packages to an `apk add` of the stage, or in a RUN of its own behind FROM.
 * @param before document offset it must be there before; undefined: any RUN will do.
 */
export function addPackages(
  { build, stage }: Place,
  packages: readonly string[],
  before?: number,
): Omit<Fix, "safety"> {
  const host = additionsOf(stage).find(
    ({ virtual, names, span, call }) =>
      virtual === undefined &&
      names.length > 0 &&
      !call.command.conditional &&
      span.start > stage.from.span.start &&
      (before === undefined || span.end < before),
  );
  const wanted = packages.join(" ");
  const last = host?.names.at(-1);
  const at = last ? last.span.end : nextLine(build.file.text, stage.from.span.end);
  const newText = last ? ` ${wanted}` : `RUN apk add --no-cache ${wanted}${build.file.eol}`;
  return { title: `Add ${listed(packages)}`, edits: [{ span: { start: at, end: at }, newText }] };
}
