import { otherPlatform } from "../model/architecture";
import type { Stage } from "../model/build";
import { officialName } from "../model/image-reference";
import { shippedRoots, standingOn } from "../model/layers";
import { rootImage } from "../model/platform";
import type { Context, Found, Rule } from "./rule";
import { savingOf } from "./shared/saving";

export const fullBaseImage: Rule = {
  name: "full-base-image",
  severity: "information",
  summary: "An image that has to stay on Debian has a slim variant",
  why: `Where something in a stage cannot work on Alpine, or no Alpine image exists, \`-slim\` is the small choice: the same system without
compilers, headers and version control, often a tenth of the size.

What the build compiles then needs its packages installed in the same RUN and deleted behind, or a stage of its own on the full image
from which only the results are copied. Stages that only build for others are left out, as their size is not shipped.`,
  related: [],
  fix: "review",
  examples: [
    {
      before: "FROM python:3.13\nRUN pip install --no-cache-dir torch\n",
      after: "FROM python:3.13-slim\nRUN pip install --no-cache-dir torch\n",
    },
  ],
  leftAlone: [
    { why: "Alpine is suggested instead", text: "FROM python:3.13\nCOPY app.py /\n" },
    { why: "the image is slim already", text: "FROM python:3.13-slim\nRUN pip install --no-cache-dir torch\n" },
    {
      why: "the stage only builds for another one",
      text: "FROM python:3.13 AS build\nRUN pip install --no-cache-dir torch\nFROM python:3.13-slim\nCOPY --from=build /usr/local /usr/local\n",
    },
  ],
  check: (context) => shippedRoots(context.build).flatMap((stage) => checkStage(context, stage) ?? []),
};

function checkStage(context: Context, stage: Stage): Found | undefined {
  const { word, reference } = stage.base;
  const root = rootImage(stage);
  if (!word || !reference?.tag || !root || !officialName(reference) || reference.digest) return undefined;
  const { images } = context.facts;
  const tag = staysOnDebian(context, stage) ? images.slimVariant(root.image, root.tag) : undefined;
  if (tag === undefined || tag === root.tag) return undefined;
  const saving = savingOf(images, root, { image: root.image, tag }, otherPlatform(stage, context.build) !== undefined);
  if (saving && saving.after.bytes >= saving.before.bytes) return undefined;
  const what = saving
    ? `${root.image}:${tag} is smaller: ${saving.text}.`
    : `${root.image}:${tag} is the small variant.`;
  const found = {
    span: word.span,
    message: `${what} It has no compilers and no headers, so install what the build needs in the RUN that needs it.`,
  };
  const at = word.raw.lastIndexOf(`:${reference.tag}`);
  if (at < 0 || word.raw !== word.value) return found;
  const start = word.span.start + at + 1;
  const edits = [{ span: { start, end: start + reference.tag.length }, newText: tag }];
  return { ...found, fix: () => ({ title: `Use ${root.image}:${tag}`, edits }) };
}

/** Something in what stands on the image cannot work on Alpine, or there is no Alpine image. */
function staysOnDebian({ build, facts, hazards }: Context, stage: Stage): boolean {
  const root = rootImage(stage);
  if (root && facts.images.alpineVariant(root.image, root.tag).kind === "none") return true;
  return standingOn(stage, build).some((other) => hazards.blocks(other).length > 0);
}
