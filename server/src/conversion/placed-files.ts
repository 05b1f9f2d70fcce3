import { posix } from "node:path";
import { isPortableFile } from "../model/portable-files";
import type { Run } from "../model/run";
import { workingFolder } from "../model/working-folder";
import { type Invocation, invocation } from "../shell/invocation";
import { placedBy } from "../translations/base-folders";

/** Looking through one of these finds what the packages brought, compilers among it. */
const systemFolder = /^(?:\/usr)?(?:\/local)?\/(?:s?bin|lib|lib64|libexec|include)$/;
/** What lies there is read, or does not stay. */
const neverLinked = /^\/(?:tmp|etc|dev|proc|usr\/share|var\/(?:log|tmp|cache))(?:\/|$)/;

/**
 * Where a RUN puts files from a place of its text on, by `cp`, `mv` and `install`: what was compiled before may be among them, and
 * the folder it was compiled in may be gone in the end.
 */
export function placedFiles(run: Run, after: number): string[] {
  return run.script.commands
    .filter(({ span }) => span.start > after)
    .map(invocation)
    .flatMap((call) => placesOf(call, run));
}

function placesOf(call: Invocation, run: Run): string[] {
  const placed = placedBy(call);
  const names = placed?.sources.map(({ value }) => value).filter((path) => !isPortableFile(path)) ?? [];
  const target = placed && names.length > 0 ? fromStart(placed.target.value, call, run) : undefined;
  if (!placed || target === undefined || neverLinked.test(target)) return [];
  if (!systemFolder.test(target)) return [target];
  return names.map((path) => posix.basename(path)).map((name) => (/\$/.test(name) ? target : `${target}/${name}`));
}

/** A path as it is named where the RUN starts, without a slash at its end. */
function fromStart(path: string, { span }: Invocation, run: Run): string | undefined {
  // What is not a plain variable would be read as something else.
  if (/\$(?!\w|\{\w+\})|`/.test(path)) return undefined;
  const plain = path.replace(/(?<=.)\/+$/, "");
  if (/^[/$~]/.test(plain)) return plain;
  const folder = workingFolder(run, span.start);
  return folder === undefined || /^[~$]/.test(folder) ? undefined : posix.join(folder, plain);
}
