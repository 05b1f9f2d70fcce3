import { installerOf, installsOf } from "../manifests/installs";
import { needsOf } from "../manifests/needs";
import { chain } from "../model/layers";
import { rootImage } from "../model/platform";
import type { StageContext } from "./translation";

/** Gems and packages of Python whose extension is written in C++ (extconf.rb, setup.py and CMakeLists.txt of each). */
const writtenInCpp: ReadonlySet<string> = new Set(
  "gem:charlock_holmes gem:eventmachine gem:grpc gem:mini_racer gem:sassc gem:snappy gem:unf_ext pip:annoy pip:fasttext pip:grpcio pip:hnswlib pip:matplotlib pip:pyodbc pip:python-snappy pip:rapidfuzz pip:scikit-learn".split(
    " ",
  ),
);

export const cppLibrary = "libstdc++";

/**
 * Debian's images all have libstdc++6, as apt needs it; Alpine's have it where something asks for it. What an earlier stage compiles
 * finds it beside the compiler, and not in the stage that it is copied to. Builds for musl bring their own.
 */
export function needsCppLibrary({ build, stage, workspace, facts, family, release }: StageContext): boolean {
  const image = rootImage(stage)?.image;
  const installs = installsOf(build, workspace);
  return stage.copiesFrom
    .filter((source) => rootImage(source)?.image === image && !chain(stage).includes(source))
    .flatMap(chain)
    .some((source) => {
      const installer = installerOf(source, family, release);
      return installs
        .in(source)
        .some(
          ({ requirement }) =>
            writtenInCpp.has(`${requirement.ecosystem}:${requirement.name}`) &&
            needsOf(requirement, facts, installer).kind === "compiled",
        );
    });
}
