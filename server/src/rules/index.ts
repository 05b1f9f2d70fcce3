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
import { composerCacheKept } from "./composer-cache-kept";
import { condaCacheKept } from "./conda-cache-kept";
import { debianBaseImage } from "./debian-base-image";
import { needlessApkUpdate } from "./needless-apk-update";
import { npmCacheKept } from "./npm-cache-kept";
import { packagesDeletedLate } from "./packages-deleted-late";
import { pipCacheKept } from "./pip-cache-kept";
import { recommendsInstalled } from "./recommends-installed";
import type { Rule } from "./rule";
import { yarnCacheKept } from "./yarn-cache-kept";

export type { Context, Example, Found, LookAlike, Rule } from "./rule";

/** In the order of the documentation. */
export const rules: readonly Rule[] = [
  debianBaseImage,
  aptOnAlpine,
  buildDependenciesKept,
  packagesDeletedLate,
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
  ...hazards.map(ruleOf),
];
