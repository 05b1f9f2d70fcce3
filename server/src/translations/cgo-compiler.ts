import { goVerb } from "../manifests/go/installs";
import { installsOf } from "../manifests/installs";
import type { Invocation } from "../shell/invocation";
import { apkBrings } from "./brought-programs";
import { imageHolds } from "./image-programs";
import { installedBefore } from "./installed";
import type { Context, Outcome } from "./translation";

/**
 * Headers that are installed before Go compiles are there for cgo, and golang's images on Debian have the compiler it takes. Without
 * one Go switches cgo off and says nothing, so that files which use it are left out of the build. What `go.mod` tells is known
 * module by module.
 */
export function cgoCompiler(call: Invocation, context: Context): Outcome | undefined {
  const { already, build, workspace, run, stage } = context;
  if (already || !goVerb(call) || !imageHolds("gcc", context)) return undefined;
  if (installsOf(build, workspace).placeOf(call, run, stage).variable("CGO_ENABLED") === "0") return undefined;
  const hasHeaders = installedBefore(call, context).some(({ name }) => /(?<!^libc6?)-dev$/.test(name));
  return hasHeaders && !apkBrings(["gcc", "clang"], call, context) ? { needs: ["gcc", "musl-dev"] } : undefined;
}
