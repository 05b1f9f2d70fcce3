import { cgoWithoutCompiler } from "./cgo-without-compiler";
import { dotnetWithoutIcu } from "./dotnet-without-icu";
import type { Hazard } from "./hazard";
import { javaLibraryForGlibc } from "./java-library-for-glibc";
import { libraryNotFoundByName } from "./library-not-found-by-name";
import { lockWithoutMusl } from "./lock-without-musl";
import { instructionHazards } from "./of-instructions";
import { packageCompiled } from "./package-compiled";
import { packageWithoutMusl } from "./package-without-musl";
import { phpExtensionForGlibc } from "./php-extension-for-glibc";
import { prismaEngineForGlibc } from "./prisma-engine-for-glibc";
import { puppeteerWithoutChromium } from "./puppeteer-without-chromium";
import { rustLinkedStatically } from "./rust-linked-statically";
import { scriptNotForAlpine } from "./script-not-for-alpine";

export type { Hazard, HazardSeverity, Hit, Place } from "./hazard";

/** In the order of the documentation. */
export const hazards: readonly Hazard[] = [
  packageWithoutMusl,
  packageCompiled,
  lockWithoutMusl,
  libraryNotFoundByName,
  prismaEngineForGlibc,
  puppeteerWithoutChromium,
  scriptNotForAlpine,
  cgoWithoutCompiler,
  rustLinkedStatically,
  phpExtensionForGlibc,
  javaLibraryForGlibc,
  dotnetWithoutIcu,
  ...instructionHazards,
];
