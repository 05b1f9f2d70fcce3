import type { Stage } from "../model/build";
import { chain } from "../model/layers";
import { packageChanges } from "../model/packages";

/** The stage has glibc's loader by one of the known ways: `gcompat`, or a glibc that somebody brought. */
export function bringsGlibc(stage: Stage): boolean {
  return chain(stage).some(
    ({ runs, base }) =>
      /glibc/.test(base.word?.value ?? "") ||
      runs.some(
        (run) =>
          /alpine-pkg-glibc|ld-linux-x86-64/.test(run.script.text) ||
          packageChanges(run).some(({ names }) =>
            names.some(({ name }) => /^(gcompat|libc6-compat|glibc)\b/.test(name)),
          ),
      ),
  );
}
