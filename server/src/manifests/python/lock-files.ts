import { parse } from "smol-toml";
import type { Builds, Requirement } from "../requirement";
import { asRecord, asRecords, asText } from "../values";
import { normalName } from "./requirements";

/** The packages of `poetry.lock` or `uv.lock`, which list the files that exist for each; empty when it cannot be read. */
export function readTomlLock(text: string, file: string): Requirement[] {
  return asRecords(orEmpty(() => parse(text)).package).flatMap((entry): Requirement[] => {
    const name = asText(entry.name);
    const version = asText(entry.version);
    const groups = asText(entry.category);
    // The project itself stands in uv.lock as well.
    const source = asRecord(entry.source);
    if (name === undefined || groups === "dev" || source.editable !== undefined || source.virtual !== undefined)
      return [];
    const files = [
      ...asRecords(entry.files).map(({ file }) => asText(file)),
      ...asRecords(entry.wheels).map(({ url, filename, path }) => asText(filename) ?? asText(url) ?? asText(path)),
      ...(entry.sdist === undefined ? [] : [asText(asRecord(entry.sdist).url) ?? "source.tar.gz"]),
    ].filter((one) => one !== undefined);
    return [requirement(name, version, files, file)];
  });
}

/** The packages of `Pipfile.lock`; it names hashes, no files. */
export function readPipfileLock(text: string, file: string): Requirement[] {
  const packages = asRecord(orEmpty(() => JSON.parse(text)).default);
  return Object.entries(packages).map(([name, entry]) => requirement(name, asText(asRecord(entry).version), [], file));
}

function requirement(name: string, version: string | undefined, files: readonly string[], file: string): Requirement {
  return {
    ecosystem: "pip",
    name: normalName(name),
    version: version === undefined ? "" : version.startsWith("=") ? version : `==${version}`,
    extras: [],
    ...(files.length > 0 && { builds: buildsOf(files) }),
    file,
  };
}

function buildsOf(files: readonly string[]): Builds {
  return {
    musl: files.some((name) => /musllinux_\w*x86_64|-any\.whl/.test(name)),
    glibc: files.some((name) => /-(manylinux|linux_)\w*/.test(name)),
    source: files.some((name) => /\.(tar\.(gz|bz2|xz)|zip|tgz)(?:[#?].*)?$/.test(name)),
  };
}

function orEmpty(read: () => unknown): Record<string, unknown> {
  try {
    return asRecord(read());
  } catch {
    return {};
  }
}
