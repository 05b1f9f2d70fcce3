import type { Facts, Hover } from "../alpinize";
import { placeOf } from "../answers/place";
import type { Hazards } from "../hazards/hazards";
import type { Build, Stage } from "../model/build";
import { officialName, parseImageReference } from "../model/image-reference";
import { standingOn } from "../model/layers";
import { packageChanges } from "../model/packages";
import { imageName, rootImage } from "../model/platform";
import { type Run, sourceSpan } from "../model/run";
import { stageSizes } from "../size/sizes";
import type { Span } from "../text/edits";
import { imageMarkdown } from "./image";
import { layerMarkdown, stageMarkdown } from "./layer";
import { alpineMarkdown, debianMarkdown } from "./package";

/** What is known of the word at `offset` of the document; undefined when there is nothing to say. */
export function hoverAt(build: Build, offset: number, facts: Facts, hazards: Hazards): Hover | undefined {
  const isHere = (span: Span) => span.start <= offset && offset < span.end;
  const stage = build.stages.findLast(({ from }) => from.span.start <= offset);
  if (!stage) return undefined;
  if (isHere(stage.from.span)) return onFrom(build, stage, isHere, facts, hazards);
  const run = stage.runs.find(({ instruction }) => isHere(instruction.span));
  return run ? onRun(build, stage, run, isHere, facts) : onCopy(stage, isHere, facts);
}

type IsHere = (span: Span) => boolean;

function onFrom(build: Build, stage: Stage, isHere: IsHere, facts: Facts, hazards: Hazards): Hover | undefined {
  const { word, stage: earlier } = stage.base;
  const span = [word?.span, stage.from.nameSpan].find((one) => one && isHere(one));
  if (!word || !span) return undefined;
  if (earlier) {
    const sizes = stageSizes(build, facts)[earlier.index];
    return sizes && { span, markdown: stageMarkdown(sizes) };
  }
  const root = rootImage(stage);
  return root && { span, markdown: imageMarkdown(root.image, root.tag, facts, whyNoAlpine(build, stage, hazards)) };
}

/** What cannot work on Alpine in the stages that stand on an image. */
function whyNoAlpine(build: Build, root: Stage, hazards: Hazards): string | undefined {
  const [block] = standingOn(root, build).flatMap((stage) => hazards.blocks(stage));
  return block?.message;
}

function onRun(build: Build, stage: Stage, run: Run, isHere: IsHere, facts: Facts): Hover | undefined {
  const { nameSpan } = run.command;
  for (const change of packageChanges(run)) {
    const { manager, names, call } = change;
    const [name, ...others] = names.filter((one) => isHere(one.span));
    // A variable that holds several names is told as the layer they make.
    if (name && others.length === 0) {
      const place = placeOf(stage, facts);
      const recommends = manager === "apt" ? change.recommends : place.debian.recommends;
      const here = { ...place, debian: { ...place.debian, recommends } };
      const markdown = (manager === "apt" ? debianMarkdown : alpineMarkdown)(name.name, here, facts);
      return { span: name.span, markdown };
    }
    const callSpan = sourceSpan(run, call.nameSpan);
    if (name ? isHere(name.span) : isHere(callSpan)) return layer(build, stage, run, name?.span ?? callSpan, facts);
  }
  return isHere(nameSpan) ? layer(build, stage, run, nameSpan, facts) : undefined;
}

function layer(build: Build, stage: Stage, run: Run, span: Span, facts: Facts): Hover | undefined {
  const lines = stageSizes(build, facts)[stage.index]?.lines ?? [];
  const line = lines.find((one) => one.span.start === run.instruction.span.start);
  return line && { span, markdown: layerMarkdown(line) };
}

/** `COPY --from=composer:2`. */
function onCopy(stage: Stage, isHere: IsHere, facts: Facts): Hover | undefined {
  const instruction = stage.instructions.find(({ span }) => isHere(span));
  const from = (instruction?.trigger ?? instruction)?.flags.find(({ name }) => name === "from");
  if (!from?.valueSpan || !isHere(from.valueSpan)) return undefined;
  const reference = parseImageReference(from.value ?? "");
  // A name without a tag or a folder is that of a stage, or of one that is missing.
  if (!reference || (reference.tag === undefined && !reference.path.includes("/"))) return undefined;
  const image = officialName(reference) ?? imageName(reference);
  return { span: from.valueSpan, markdown: imageMarkdown(image, reference.tag ?? "latest", facts) };
}
