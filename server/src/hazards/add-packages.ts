import type { Fix } from "../alpinize";
import { linesBehind } from "../dockerfile/cut";
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
  const { file } = build;
  const edit = last
    ? { span: { start: last.span.end, end: last.span.end }, newText: ` ${wanted}` }
    : linesBehind(file, stage.from.span.end, `RUN apk add --no-cache ${wanted}${file.eol}`);
  return { title: `Add ${listed(packages)}`, edits: [edit] };
}
