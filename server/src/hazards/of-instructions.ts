import { browserForGlibc } from "./browser-for-glibc";
import { cronOfDebian } from "./cron-of-debian";
import { debianLibraryPath } from "./debian-library-path";
import { glibcFilesCopied } from "./glibc-files-copied";
import { glibcOnAlpine } from "./glibc-on-alpine";
import { glibcOnlyVariable } from "./glibc-only-variable";
import type { Hazard } from "./hazard";
import { localeWithoutEffect } from "./locale-without-effect";
import { nameServiceIgnored } from "./name-service-ignored";
import { nodeManagerForGlibc } from "./node-manager-for-glibc";
import { prebuiltForGlibc } from "./prebuilt-for-glibc";
import { preloadedLibraryMissing } from "./preloaded-library-missing";
import { programMissing } from "./program-missing";
import { sanitizerMissing } from "./sanitizer-missing";
import { stackLimitIgnored } from "./stack-limit-ignored";
import { systemdNeeded } from "./systemd-needed";
import { timezoneDataMissing } from "./timezone-data-missing";

/** Those that the instructions of the Dockerfile show, without a look into its build context. */
export const instructionHazards: readonly Hazard[] = [
  prebuiltForGlibc,
  glibcFilesCopied,
  glibcOnAlpine,
  browserForGlibc,
  nodeManagerForGlibc,
  systemdNeeded,
  cronOfDebian,
  debianLibraryPath,
  preloadedLibraryMissing,
  programMissing,
  sanitizerMissing,
  timezoneDataMissing,
  localeWithoutEffect,
  nameServiceIgnored,
  stackLimitIgnored,
  glibcOnlyVariable,
];
