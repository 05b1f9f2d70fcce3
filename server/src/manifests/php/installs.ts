import type { Invocation } from "../../shell/invocation";
import type { Place, Read } from "../place";
import { asRecord, asRecords } from "../values";

/**
 * The extensions of PHP that `composer.json` and `composer.lock` ask for where Composer installs: it refuses to go on when one
 * of them is missing. None are told when it is called with `--ignore-platform-reqs`.
 */
export function composerInstalls(call: Invocation, place: Place): Read[] | undefined {
  const words = call.name === "php" ? call.args.slice(1) : call.args;
  const isComposer =
    /^composer(\.phar)?$/.test(call.name) ||
    (call.name === "php" && /(^|\/)composer(\.phar)?$/.test(call.args[0]?.value ?? ""));
  const verb = words.find(({ value }) => !value.startsWith("-"));
  if (!isComposer || !verb || !/^(install|i|update|u|require)$/.test(verb.value)) return undefined;
  if (words.some(({ value }) => /^--ignore-platform-reqs?(=|$)/.test(value))) return [];
  const files = ["composer.lock", "composer.json"].flatMap((path) => place.read(path) ?? []);
  const found = new Map<string, string>();
  for (const { text, path } of files) for (const name of readExtensions(text)) found.set(name, path);
  return [...found].map(([name, file]) => ({
    requirement: { ecosystem: "composer", name, version: "", extras: [], file },
    span: call.nameSpan,
  }));
}

/** The names behind `ext-`, of the project and, in a lock file, of all that is installed for it. */
export function readExtensions(text: string): string[] {
  let root: Record<string, unknown>;
  try {
    root = asRecord(JSON.parse(text));
  } catch {
    return [];
  }
  const required = [root.require, root.platform, ...asRecords(root.packages).map((entry) => entry.require)];
  const names = required.flatMap((one) => Object.keys(asRecord(one)));
  return [...new Set(names.flatMap((name) => /^ext-(\w+)$/.exec(name.toLowerCase())?.[1] ?? []))];
}
