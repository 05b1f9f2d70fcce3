import type { Stage } from "./build";
import { instructionsOf } from "./layers";

/** The texts of the last ENTRYPOINT and the last CMD of an image that a stage becomes; empty where there is none in the file. */
export function started(target: Stage): { readonly entrypoint: string; readonly command: string } {
  const all = instructionsOf(target);
  const last = (keyword: string) => all.findLast(({ name }) => name === keyword)?.args.text ?? "";
  return { entrypoint: last("ENTRYPOINT"), command: last("CMD") };
}
