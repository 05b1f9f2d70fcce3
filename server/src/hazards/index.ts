import type { Hazard } from "./hazard";
import { instructionHazards } from "./of-instructions";
import { packageCompiled } from "./package-compiled";
import { packageWithoutMusl } from "./package-without-musl";

export type { Hazard, HazardSeverity, Hit, Place } from "./hazard";

/** In the order of the documentation. */
export const hazards: readonly Hazard[] = [packageWithoutMusl, packageCompiled, ...instructionHazards];
