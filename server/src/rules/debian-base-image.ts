import type { Conversion } from "../alpinize";
import type { AlpineVariant } from "../facts/types";
import { otherPlatform } from "../model/architecture";
import type { Stage } from "../model/build";
import { parseImageReference } from "../model/image-reference";
import { shippedRoots, standingOn } from "../model/layers";
import { rootImage } from "../model/platform";
import type { Context, Found, Rule } from "./rule";
import { savingOf } from "./shared/saving";
import { firstSentence, lineOf } from "./shared/sentences";

type Variant = Extract<AlpineVariant, { kind: "variant" }>;

export const debianBaseImage: Rule = {
  name: "debian-base-image",
  severity: "information",
  summary: "The base image has an Alpine variant",
  why: `Alpine images hold musl and busybox in place of glibc and the GNU tools, and little else: they are often less
than half as large as the \`-slim\` ones. Less to pull, less to store, and fewer packages that need security updates.

Programs built for glibc do not run on musl, so the rest of the stage must follow: packages have other names, and
what was compiled must be compiled again. The fix converts the whole file, and is only offered when nothing in the stage
stands in its way. Stages that only build for others are left out, as their size is not shipped.`,
  related: [],
  fix: "review",
  examples: [
    {
      before: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nCMD ["python", "app.py"]\n',
      after: 'FROM python:3.13-alpine\nWORKDIR /app\nCOPY . .\nCMD ["python", "app.py"]\n',
    },
    {
      before:
        "FROM ruby:3.4-slim-bookworm\nRUN apt-get update && apt-get install -y --no-install-recommends git \\\n  && rm -rf /var/lib/apt/lists/*\n",
      after: "FROM ruby:3.4-alpine3.24\nRUN apk add --no-cache git\n",
    },
    { before: "FROM python:3.13-slim\nCOPY vendor.deb /tmp/\nRUN dpkg -i /tmp/vendor.deb\n" },
  ],
  leftAlone: [
    { why: "MySQL has no Alpine image", text: "FROM mysql:8\n" },
    {
      why: "something in the stage cannot work on Alpine",
      text: "FROM python:3.13-slim\nRUN pip install --no-cache-dir torch\n",
    },
    {
      why: "the stage only builds for another one, and its size is not shipped",
      text: "FROM golang:1.26 AS build\nRUN go build -o /app .\nFROM scratch\nCOPY --from=build /app /app\n",
    },
  ],
  check: (context) => shippedRoots(context.build).flatMap((stage) => checkStage(context, stage) ?? []),
};

function checkStage(context: Context, stage: Stage): Found | undefined {
  const { word, reference } = stage.base;
  const root = rootImage(stage);
  // A digest alone does not say which version it is.
  if (!word || !reference || !root || !context.facts.images.isKnown(root.image) || (reference.digest && !reference.tag))
    return undefined;
  // What cannot work there is told where it stands; Alpine is not suggested.
  if (standingOn(stage, context.build).some((other) => context.hazards.blocks(other).length > 0)) return undefined;
  const { images } = context.facts;
  const listed = images.alpineVariant(root.image, root.tag);
  if (listed.kind !== "variant") return undefined;
  const conversion = context.convert("single-run");
  const variant = chosen(listed, conversion, stage);
  const saving = savingOf(images, root, variant, otherPlatform(stage, context.build) !== undefined);
  if (saving && saving.after.bytes >= saving.before.bytes) return undefined;
  const name = `${variant.image}:${variant.tag}`;
  const what = saving
    ? `${name} is smaller: ${saving.text}.`
    : `${root.image}:${root.tag} has an Alpine variant, ${name}.`;

  const obstacle = obstacleIn(conversion, stage);
  const next = obstacle
    ? `Line ${lineOf(context.build.file.text, obstacle.span.start)} stands in the way: ${firstSentence(obstacle.message)}`
    : (variant.notes[0] ?? "It has musl and busybox in place of glibc and the GNU tools, so test what you convert.");
  const found = { span: word.span, message: `${what} ${next}` };
  if (obstacle || conversion.edits.length === 0) return found;
  return { ...found, fix: () => ({ title: `Use ${name} and convert what depends on it`, edits: conversion.edits }) };
}

/** The conversion takes another tag where the newest Alpine lacks what the stage installs, and says why. */
function chosen(listed: Variant, { stages, remarks }: Conversion, stage: Stage): Variant {
  const result = stages.find(({ span }) => span.start === stage.from.span.start);
  const { tag, path } = (result?.outcome === "converted" && parseImageReference(result.to)) || {};
  if (tag === undefined || path !== listed.image || tag === listed.tag) return listed;
  const why = remarks.filter(({ kind, span }) => kind === "check" && span.start === stage.base.word?.span.start);
  return { ...listed, tag, notes: why.map(({ message }) => message).reverse() };
}

/** What keeps the stage from being converted. */
function obstacleIn({ stages, remarks }: Conversion, stage: Stage) {
  const result = stages.find(({ span }) => span.start === stage.from.span.start);
  if (!result || result.outcome === "converted" || result.outcome === "unchanged") return undefined;
  const end = stage.instructions.at(-1)?.span.end ?? stage.from.span.end;
  const stops = remarks.filter(({ kind }) => kind === "stop");
  return stops.find(({ span }) => span.start >= stage.from.span.start && span.start < end) ?? stops[0];
}
