import { parse as parseYaml } from "yaml";
import type { Requirement } from "../requirement";
import { asRecord, asText } from "../values";

/** A package as a lock file has it. */
export interface Locked {
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
  /** npm goes on when it cannot be installed. */
  readonly optional: boolean;
}

/** `package-lock.json` and `npm-shrinkwrap.json`, of all versions. */
export function readPackageLock(text: string): Locked[] {
  const root = orEmpty(() => JSON.parse(text));
  const packages = Object.entries(asRecord(root.packages)).flatMap(([path, entry]) => {
    const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    return name === undefined ? [] : [locked(name, asRecord(entry))];
  });
  return packages.length > 0 ? packages : nested(asRecord(root.dependencies), 0);
}

function nested(dependencies: Record<string, unknown>, depth: number): Locked[] {
  if (depth > 40) return [];
  return Object.entries(dependencies).flatMap(([name, value]) => {
    const entry = asRecord(value);
    return [locked(name, entry), ...nested(asRecord(entry.dependencies), depth + 1)];
  });
}

function locked(name: string, entry: Record<string, unknown>): Locked {
  return {
    name,
    version: asText(entry.version) ?? "",
    dev: entry.dev === true,
    optional: entry.optional === true || entry.devOptional === true,
  };
}

/** `yarn.lock`, of version 1 and of Berry; it does not tell what is for development. */
export function readYarnLock(text: string): Locked[] {
  return text.split(/\r?\n(?=\S)/).flatMap((block): Locked[] => {
    const name = /^"?((?:@[^/@"\s]+\/)?[^@"\s]+)@/.exec(block)?.[1];
    const version = /^\s+version:?\s+"?([^"\s]+)"?/m.exec(block)?.[1];
    if (name === undefined || version === undefined || name.startsWith("#")) return [];
    return [{ name, version, dev: false, optional: false }];
  });
}

/** `pnpm-lock.yaml`; keys are `/name/1.0.0`, `/name@1.0.0(peer)` or `name@1.0.0`, by its version. */
export function readPnpmLock(text: string): Locked[] {
  const packages = asRecord(orEmpty(() => parseYaml(text)).packages);
  return Object.entries(packages).flatMap(([key, value]): Locked[] => {
    const match = /^\/?((?:@[^/@]+\/)?[^/@]+)[@/]([^(_@/]+)/.exec(key);
    const entry = asRecord(value);
    if (!match) return [];
    const [, name = "", version = ""] = match;
    return [{ name, version, dev: entry.dev === true, optional: entry.optional === true }];
  });
}

/** The dependencies of `package.json`. */
export function readPackageJson(text: string, file: string, withDev: boolean): Requirement[] {
  const root = orEmpty(() => JSON.parse(text.replace(/^\uFEFF/, "")));
  const all = [
    ...Object.entries(asRecord(root.dependencies)),
    ...(withDev ? Object.entries(asRecord(root.devDependencies)) : []),
  ];
  return all.flatMap(([name, version]) => {
    const range = asText(version) ?? "";
    // An alias, an address or a folder brings something else.
    if (/^(npm|file|link|workspace|git|https?):|\//.test(range)) return [];
    return [{ ecosystem: "npm" as const, name, version: range, extras: [], file }];
  });
}

function orEmpty(read: () => unknown): Record<string, unknown> {
  try {
    return asRecord(read());
  } catch {
    return {};
  }
}
