import type { Size } from "../facts/types";

const units = ["B", "kB", "MB", "GB", "TB"] as const;

/** What the mark in front of a figure means, for the foot of a table. */
export const estimateLegend = "≈ computed, or read for another version or release";

/** What a total means beside parts that nobody knows. */
export const totalLegend = "A total is the sum of what is known; what is unknown comes on top.";

/**
 * A size as people read it, in decimal units as `docker images` prints them: `54.3 MB` when it is exact,
 * `≈ 54 MB` when it was derived or read for something alike, `unknown` when nobody knows.
 */
export function formatSize({ bytes, basis }: Pick<Size, "bytes" | "basis">): string {
  if (bytes === undefined || basis === "unknown") return "unknown";
  return basis === "exact" ? formatBytes(bytes, 3) : `≈ ${formatBytes(bytes, 2)}`;
}

/** Where a figure comes from, for people: `read 2026-08-05`, `read for python:3.13-alpine3.24, 2026-09-01`; empty when nothing is said. */
export function formatSource({ date, why }: Size): string {
  if (why === undefined) return date === undefined ? "" : `read ${date}`;
  return date === undefined ? why : `${why}, ${date}`;
}

/**
 * How a size changes, for people: `612 MB → 98.1 MB, 84% less`. The share is left out when a figure is unknown
 * or when it rounds to nothing.
 */
export function formatChange(before: Size, after: Size): string {
  if (before.bytes === undefined && after.bytes === undefined) return "size unknown";
  const share = formatShare(before, after);
  return `${formatSize(before)} → ${formatSize(after)}${share ? `, ${share}` : ""}`;
}

/**
 * `84% less`, `12% more`; undefined when a figure is unknown, when the difference rounds to nothing, or when what is more may
 * have been there before, in a part whose size nobody knows.
 */
export function formatShare(before: Size, after: Size): string | undefined {
  if (before.bytes === undefined || after.bytes === undefined || before.bytes === 0) return undefined;
  const percent = Math.round((1 - after.bytes / before.bytes) * 100);
  if (percent === 0) return undefined;
  if (percent < 0 && before.leftOut?.some((name) => !after.leftOut?.includes(name))) return undefined;
  return percent > 0 ? `${percent}% less` : `${-percent}% more`;
}

/** @param digits significant digits; whole numbers keep all of theirs. */
function formatBytes(bytes: number, digits: number): string {
  let value = Math.abs(bytes);
  let unit = 0;
  // 999.5 kB would print as 1000 kB: it is 1.00 MB.
  while (Math.round(value) >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const whole = String(Math.floor(value)).length;
  const decimals = unit === 0 ? 0 : Math.max(0, digits - whole);
  return `${bytes < 0 ? "-" : ""}${value.toFixed(decimals)} ${units[unit]}`;
}
