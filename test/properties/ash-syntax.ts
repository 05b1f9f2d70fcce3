import { spawnSync } from "node:child_process";

/** Whether this machine has a busybox; without it nothing is refused. */
export const hasAsh = spawnSync("busybox", ["ash", "-c", ":"]).status === 0;

const known = new Map<string, boolean>();

/** Whether busybox's ash reads the whole script without a syntax error; nothing of it is run. */
export function ashAccepts(script: string): boolean {
  if (!hasAsh) return true;
  const accepted = known.get(script) ?? reads(script);
  known.set(script, accepted);
  return accepted;
}

/** So many scripts are given to one process. */
const groupSize = 100;

/**
 * Learns the answers for many scripts at once. One process reads a whole group, each script in parentheses; a group it
 * refuses is halved until those it refuses stand alone, so that thousands of scripts take seconds.
 */
export function readAhead(scripts: readonly string[]): void {
  if (!hasAsh) return;
  const news = [...new Set(scripts)].filter((script) => !known.has(script));
  for (let at = 0; at < news.length; at += groupSize) readGroup(news.slice(at, at + groupSize));
}

function readGroup(group: readonly string[]): void {
  if (group.length <= 1) {
    for (const script of group) ashAccepts(script);
  } else if (reads(group.map((script) => `(:\n${script}\n)\n`).join(""))) {
    for (const script of group) known.set(script, true);
  } else {
    const half = group.length >> 1;
    readGroup(group.slice(0, half));
    readGroup(group.slice(half));
  }
}

function reads(script: string): boolean {
  return spawnSync("busybox", ["ash", "-n"], { input: script }).status === 0;
}
