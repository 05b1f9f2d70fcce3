import type { Hazard } from "./hazard";
import { instructionHazards } from "./of-instructions";
import { pythonCompiled } from "./python-compiled";
import { pythonWithoutMusl } from "./python-without-musl";

export type { Hazard, HazardSeverity, Hit, Place } from "./hazard";

/** In the order of the documentation. */
export const hazards: readonly Hazard[] = [pythonWithoutMusl, pythonCompiled, ...instructionHazards];
