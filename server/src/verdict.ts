import type { Conversion, Facts, Verdict } from "./alpinize";
import type { Hazards } from "./hazards/hazards";
import type { Build, Stage } from "./model/build";
import { chain } from "./model/layers";
import { distributionOf, rootImage } from "./model/platform";
import { firstSentence, lineOf } from "./rules/shared/sentences";

interface Question {
  readonly build: Build;
  readonly facts: Facts;
  readonly hazards: Hazards;
  /** Of the level single-run. */
  readonly conversion: Conversion;
}

/**
 * Whether the image is to be converted, in one line.
 * @returns undefined where nobody asks: no stage, or on Alpine already.
 */
export function verdictOf({ build, facts, hazards, conversion }: Question): Verdict | undefined {
  const { last } = build;
  const [root] = last ? chain(last) : [];
  if (!last || !root || distributionOf(last, facts)?.name === "alpine") return undefined;
  const { span } = root.from;
  const { stages, remarks, edits } = conversion;
  const results = stages.filter(({ outcome }) => outcome !== "unchanged");
  if (results.length === 0) return undefined;
  const stops = remarks.filter(({ kind }) => kind === "stop");
  const [block] = build.stages.flatMap((stage) => hazards.blocks(stage).filter(({ onAlpine }) => !onAlpine));
  const own = results.find((result) => result.span.start === span.start);
  if (own?.outcome === "stopped") {
    const [stop] = stops;
    const reason = (block ?? stop)?.message ?? "it cannot be converted";
    if (!block && isUnknown(root, facts))
      return { kind: "stay", span, text: `stay on ${root.base.word?.value}, of which nothing is known` };
    // What stops at the image itself is no step that could be changed.
    const atImage = stop !== undefined && stop.span.start === root.base.word?.span.start;
    if (block || atImage) {
      return { kind: "stay", span, text: `stay on ${stayOn(root, facts)} because ${asClause(firstSentence(reason))}` };
    }
    const points = count(stops.length, "point");
    const line = stop ? ` (line ${lineOf(build.file.text, stop.span.start)}: ${firstSentence(stop.message)})` : "";
    return {
      kind: "check",
      span,
      text: `convert, after ${points} that ${stops.length === 1 ? "stands" : "stand"} in the way${line}`,
    };
  }
  if (edits.length === 0) return undefined;
  const points = stops.length + remarks.filter(({ kind }) => kind === "check").length;
  if (points === 0) return { kind: "convert", span, text: "convert" };
  return { kind: "check", span, text: `convert, check ${count(points, "point")}` };
}

function isUnknown(root: Stage, { images }: Facts): boolean {
  const image = rootImage(root);
  return image === undefined || images.alpineVariant(image.image, image.tag).kind === "unknown";
}

/** The small one of what there is for Debian. */
function stayOn(root: Stage, { images }: Facts): string {
  const image = rootImage(root);
  if (!image) return "Debian";
  const slim = /slim/.test(image.tag) ? undefined : images.slimVariant(image.image, image.tag);
  return `${image.image}:${slim ?? image.tag}`;
}

/** As it goes on from "because": names keep their letters, and the full stop goes. */
function asClause(sentence: string): string {
  // The image is named before it.
  const reason = sentence
    .replace(/^\S+ has no Alpine variant: /, "")
    // Of the image that it is said to stay on.
    .replace(/^\S+ (?=has no Alpine variant)/, "it ");
  return reason.replace(/[.!]$/, "").replace(/^(The|It|A|An|This|Its|Files)\b/, (word) => word.toLowerCase());
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
