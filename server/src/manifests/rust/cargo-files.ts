import { parse } from "smol-toml";
import type { Requirement } from "../requirement";
import { asRecord, asRecords, asText } from "../values";

/** A crate that `Cargo.lock` names. */
export interface LockedCrate {
  readonly name: string;
  readonly version: string;
}

/**
 * The crates of a `Cargo.lock`. A crate that brings the source of a library stands for the one that would look for it
 * in the system: with `openssl-src`, `openssl-sys` needs none of Alpine's OpenSSL.
 */
export function readCargoLock(text: string): LockedCrate[] {
  const crates = asRecords(asRecord(orEmpty(text)).package).flatMap((entry) => {
    const name = asText(entry.name);
    return name === undefined ? [] : [{ name, version: asText(entry.version) ?? "" }];
  });
  const names = new Set(crates.map(({ name }) => name));
  return crates.filter(({ name }) => !(name.endsWith("-sys") && names.has(`${name.slice(0, -4)}-src`)));
}

/** Crates that stand for the one below them that looks for a library, where no lock file names that. */
const below: ReadonlyMap<string, string> = new Map([
  ["openssl", "openssl-sys"],
  ["native-tls", "openssl-sys"],
  ["rdkafka", "rdkafka-sys"],
]);

/** The dependencies of a `Cargo.toml`. Those that bring a library's source by a feature are left out. */
export function readCargoToml(text: string, file: string): Requirement[] {
  const root = asRecord(orEmpty(text));
  return Object.entries(asRecord(root.dependencies)).flatMap(([key, value]) => {
    const entry = asRecord(value);
    const name = asText(entry.package) ?? key;
    const features = Array.isArray(entry.features) ? entry.features : [];
    if (features.includes("vendored")) return [];
    const version = asText(value) ?? asText(entry.version) ?? "";
    return [{ ecosystem: "cargo" as const, name: below.get(name) ?? name, version, extras: [], file }];
  });
}

function orEmpty(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return {};
  }
}
