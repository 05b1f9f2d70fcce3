import { hazards } from "../hazards";
import { ruleOf } from "../hazards/rule-of";
import { apkCacheKept } from "./apk-cache-kept";
import { aptListsKept } from "./apt-lists-kept";
import { aptOnAlpine } from "./apt-on-alpine";
import { archiveCopied } from "./archive-copied";
import { archiveKept } from "./archive-kept";
import { buildDependenciesKept } from "./build-dependencies-kept";
import { buildImageShipped } from "./build-image-shipped";
import { bundlerCacheKept } from "./bundler-cache-kept";
import { communityNotEnabled } from "./community-not-enabled";
import { composerCacheKept } from "./composer-cache-kept";
import { condaCacheKept } from "./conda-cache-kept";
import { debianBaseImage } from "./debian-base-image";
import { edgeRepository } from "./edge-repository";
import { exactPackageVersion } from "./exact-package-version";
import { findAlternativesUngrouped } from "./find-alternatives-ungrouped";
import { fullBaseImage } from "./full-base-image";
import { largerPackageThanNeeded } from "./larger-package-than-needed";
import { librariesDeletedWithHeaders } from "./libraries-deleted-with-headers";
import { needlessApkUpdate } from "./needless-apk-update";
import { npmCacheKept } from "./npm-cache-kept";
import { packageInTesting } from "./package-in-testing";
import { packageOfAnotherRelease } from "./package-of-another-release";
import { packagesDeletedLate } from "./packages-deleted-late";
import { pipCacheKept } from "./pip-cache-kept";
import { recommendsInstalled } from "./recommends-installed";
import type { Rule } from "./rule";
import { secondRuntime } from "./second-runtime";
import { unknownPackage } from "./unknown-package";
import { yarnCacheKept } from "./yarn-cache-kept";

export type { Context, Example, Found, LookAlike, Rule } from "./rule";

/** In the order of the documentation. */
export const rules: readonly Rule[] = [
  debianBaseImage,
  fullBaseImage,
  aptOnAlpine,
  unknownPackage,
  packageOfAnotherRelease,
  packageInTesting,
  communityNotEnabled,
  edgeRepository,
  exactPackageVersion,
  largerPackageThanNeeded,
  secondRuntime,
  buildDependenciesKept,
  packagesDeletedLate,
  librariesDeletedWithHeaders,
  apkCacheKept,
  needlessApkUpdate,
  aptListsKept,
  recommendsInstalled,
  pipCacheKept,
  npmCacheKept,
  yarnCacheKept,
  composerCacheKept,
  bundlerCacheKept,
  condaCacheKept,
  archiveKept,
  archiveCopied,
  buildImageShipped,
  findAlternativesUngrouped,
  ...hazards.map(ruleOf),
];
