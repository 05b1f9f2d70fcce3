import type { SizesBeforeAndAfter, StageTotal } from "../../server/src/protocol";

/** `612 MB → 98 MB` for the image that is built by default, on disk. */
export function diskChange(sizes: SizesBeforeAndAfter): string {
  return change(sizes, (total) => total.disk);
}

/** The same for what a pull transfers. */
export function downloadChange(sizes: SizesBeforeAndAfter): string {
  return change(sizes, (total) => total.download);
}

function change(sizes: SizesBeforeAndAfter, figure: (total: StageTotal) => StageTotal["disk"]): string {
  const before = sizes.before.at(-1);
  const after = sizes.after.at(-1);
  if (!before || !after) return "size unknown";
  const [from, to] = [figure(before), figure(after)];
  if (from.bytes === null && to.bytes === null) return "size unknown";
  return `${from.text} → ${to.text}`;
}
