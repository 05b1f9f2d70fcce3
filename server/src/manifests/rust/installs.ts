import type { Invocation } from "../../shell/invocation";
import type { Place, Read } from "../place";
import { readCargoLock, readCargoToml } from "./cargo-files";

/** The crates that `cargo build` and the like compile, by `Cargo.lock`, or else by `Cargo.toml`. */
export function cargoInstalls(call: Invocation, place: Place): Read[] | undefined {
  const verb = cargoVerb(call);
  if (!verb) return undefined;
  // `cargo install NAME` builds something else than the project.
  if (verb.value === "install" && !call.args.some(({ value }) => /^--path(=|$)/.test(value))) return [];
  const span = call.nameSpan;
  const lock = place.read("Cargo.lock");
  if (lock) {
    return readCargoLock(lock.text).map(({ name, version }) => ({
      requirement: { ecosystem: "cargo", name, version: `=${version}`, extras: [], file: lock.path },
      span,
    }));
  }
  const manifest = place.read("Cargo.toml");
  return manifest ? readCargoToml(manifest.text, manifest.path).map((requirement) => ({ requirement, span })) : [];
}

/** The word of a call of cargo that compiles; a toolchain (`+nightly`) may stand before it. */
export function cargoVerb({ name, args }: Invocation): Invocation["args"][number] | undefined {
  const verb = args.find(({ value }) => !/^[+-]/.test(value));
  return name === "cargo" && verb && /^(build|b|install|run|r|test|t|rustc)$/.test(verb.value) ? verb : undefined;
}
