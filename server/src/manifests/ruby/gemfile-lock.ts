import type { Requirement } from "../requirement";

export interface LockedGem {
  readonly name: string;
  readonly version: string;
  /** `ruby` for the source; otherwise `x86_64-linux`, `x86_64-linux-musl` and the like. */
  readonly platforms: readonly string[];
}

/** `Gemfile.lock`: gems with the platforms that are listed for them, and the platforms it was resolved for. */
export function readGemfileLock(text: string): { gems: readonly LockedGem[]; platforms: readonly string[] } {
  const gems = new Map<string, { version: string; platforms: string[] }>();
  const platforms: string[] = [];
  let section = "";
  for (const line of text.split(/\r?\n/)) {
    if (/^\S/.test(line)) section = line.trim();
    if (section === "PLATFORMS" && /^ {2}\S/.test(line)) platforms.push(line.trim());
    const match = section === "GEM" ? /^ {4}([\w.-]+) \(([^)]+)\)/.exec(line) : undefined;
    if (!match) continue;
    const [, name = "", full = ""] = match;
    const [, version = full, platform = "ruby"] = /^([^-]+)-(.+)$/.exec(full) ?? [];
    const gem = gems.get(name) ?? { version, platforms: [] };
    gem.platforms.push(platform);
    gems.set(name, gem);
  }
  return { gems: [...gems].map(([name, gem]) => ({ name, ...gem })), platforms };
}

/** The gems that a `Gemfile` names outside of the groups for development and test. */
export function readGemfile(text: string, file: string): Requirement[] {
  const requirements: Requirement[] = [];
  let skipped = 0;
  for (const line of text.split(/\r?\n/)) {
    if (skipped > 0) {
      if (/^\s*end\b/.test(line)) skipped--;
      continue;
    }
    if (/^\s*group\b.*:(development|test)\b.*\bdo\b/.test(line) && !/:production/.test(line)) skipped++;
    const match = /^\s*gem\s+["']([\w.-]+)["'](?:\s*,\s*["']([^"']+)["'])?(.*)$/.exec(line);
    if (!match) continue;
    const [, name = "", version = "", rest = ""] = match;
    if (/\bgroups?:.*:(development|test)|\b(git|path|github):|platforms?:.*(mswin|mingw|jruby)/.test(rest)) continue;
    requirements.push({ ecosystem: "gem", name, version, extras: [], file });
  }
  return requirements;
}
