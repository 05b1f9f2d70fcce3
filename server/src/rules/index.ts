import { hazards } from "../hazards";
import { ruleOf } from "../hazards/rule-of";
import { apkCacheKept } from "./apk-cache-kept";
import { aptOnAlpine } from "./apt-on-alpine";
import { buildDependenciesKept } from "./build-dependencies-kept";
import { debianBaseImage } from "./debian-base-image";
import { needlessApkUpdate } from "./needless-apk-update";
import { packagesDeletedLate } from "./packages-deleted-late";
import { pipCacheKept } from "./pip-cache-kept";
import type { Rule } from "./rule";

export type { Context, Example, Found, LookAlike, Rule } from "./rule";

/** In the order of the documentation. */
export const rules: readonly Rule[] = [
  debianBaseImage,
  aptOnAlpine,
  buildDependenciesKept,
  packagesDeletedLate,
  apkCacheKept,
  needlessApkUpdate,
  pipCacheKept,
  ...hazards.map(ruleOf),
];
