import { glibcFilesCopied } from "./glibc-files-copied";
import type { Hazard } from "./hazard";
import { prebuiltForGlibc } from "./prebuilt-for-glibc";

/** Those that the instructions of the Dockerfile show, without a look into its build context. */
export const instructionHazards: readonly Hazard[] = [prebuiltForGlibc, glibcFilesCopied];
