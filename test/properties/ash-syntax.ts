import { spawnSync } from "node:child_process";

/** Whether this machine has a busybox; without it nothing is refused. */
export const hasAsh = spawnSync("busybox", ["ash", "-c", ":"]).status === 0;

const known = new Map<string, boolean>();

/** Whether busybox's ash reads the whole script without a syntax error; nothing of it is run. */
export function ashAccepts(script: string): boolean {
  if (!hasAsh) return true;
  const accepted = known.get(script) ?? spawnSync("busybox", ["ash", "-n"], { input: script }).status === 0;
  known.set(script, accepted);
  return accepted;
}
