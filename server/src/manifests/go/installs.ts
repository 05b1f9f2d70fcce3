import type { Invocation } from "../../shell/invocation";
import type { Place, Read } from "../place";
import { readGoMod } from "./go-mod";

/** The modules that `go build` and the like compile, by `go.mod`. None are told where cgo is off, as only Go is compiled then. */
export function goInstalls(call: Invocation, place: Place): Read[] | undefined {
  const verb = goVerb(call);
  if (!verb) return undefined;
  // `go install tool@version` looks into no go.mod.
  if (call.args.some(({ value }) => /^[^-].*@/.test(value))) return [];
  const system = place.variable("GOOS");
  if (place.variable("CGO_ENABLED") === "0" || (system !== undefined && system !== "linux")) return [];
  const file = place.read("go.mod");
  return (file ? readGoMod(file.text) : []).map(({ path, version, indirect }) => ({
    requirement: { ecosystem: "go", name: path, version, extras: [], indirect, file: file?.path },
    span: call.nameSpan,
  }));
}

/** The word of a call of go that compiles. */
export function goVerb({ name, args }: Invocation): Invocation["args"][number] | undefined {
  const [verb] = args;
  return name === "go" && verb && /^(build|install|run|test)$/.test(verb.value) ? verb : undefined;
}
