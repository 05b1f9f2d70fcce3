import type { Hazard } from "./hazard";
import { lockWithoutMusl } from "./lock-without-musl";
import { instructionHazards } from "./of-instructions";
import { packageCompiled } from "./package-compiled";
import { packageWithoutMusl } from "./package-without-musl";
import { puppeteerWithoutChromium } from "./puppeteer-without-chromium";
import { scriptNotForAlpine } from "./script-not-for-alpine";

export type { Hazard, HazardSeverity, Hit, Place } from "./hazard";

/** In the order of the documentation. */
export const hazards: readonly Hazard[] = [
  packageWithoutMusl,
  packageCompiled,
  lockWithoutMusl,
  puppeteerWithoutChromium,
  scriptNotForAlpine,
  ...instructionHazards,
];
