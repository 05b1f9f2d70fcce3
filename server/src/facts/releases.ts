import type { Release } from "./types";

/** Below zero when `a` is the older release: 3.9 before 3.11. */
export function compareReleases(a: Release, b: Release): number {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA - majorB || minorA - minorB;
}

/**
 * From 3.23 on Alpine has apk-tools 3. Our solver was held against 2.14's answers, so that what it chooses there is as sure as a figure
 * that was read for a sibling.
 */
export function hasApk3(release: Release): boolean {
  return compareReleases(release, "3.23") >= 0;
}

/**
 * The release of `known` that tells most about `wanted`: itself, else the newest one before it (names and packages are
 * kept more often than dropped), else the oldest one.
 * @param known oldest first, not empty.
 */
export function standIn(wanted: Release, known: readonly Release[]): Release {
  const older = known.filter((release) => compareReleases(release, wanted) <= 0);
  return older.at(-1) ?? known[0] ?? wanted;
}
