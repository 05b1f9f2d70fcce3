import type { Invocation } from "../../shell/invocation";
import type { Place, Read } from "../place";
import type { Requirement } from "../requirement";
import { type LockedGem, readGemfile, readGemfileLock } from "./gemfile-lock";

/** What `bundle install` and `gem install` bring. */
export function rubyInstalls(call: Invocation, place: Place): Read[] | undefined {
  const { name, args, nameSpan: span } = call;
  if (name === "gem") return gemInstalls(call);
  if (!/^bundler?$/.test(name)) return undefined;
  const verb = args.find(({ value }) => !value.startsWith("-") && !/^_.*_$/.test(value))?.value;
  if (verb !== undefined && verb !== "install") return undefined;
  const lock = place.read("Gemfile.lock");
  const gemfile = lock ? undefined : place.read("Gemfile");
  if (lock) {
    return readGemfileLock(lock.text).gems.map((gem) => ({ requirement: lockedRequirement(gem, lock.path), span }));
  }
  return gemfile ? readGemfile(gemfile.text, gemfile.path).map((requirement) => ({ requirement, span })) : [];
}

export function lockedRequirement({ name, version, platforms }: LockedGem, file: string): Requirement {
  return { ecosystem: "gem", name, version: `= ${version}`, extras: [], ...buildsOf(platforms), file };
}

/** A lock file that names builds for platforms tells that there are compiled parts. */
function buildsOf(platforms: readonly string[]): Pick<Requirement, "builds"> {
  const musl = platforms.some((one) => one.endsWith("-musl"));
  const glibc = platforms.some((one) => /linux(-gnu)?$/.test(one));
  const linux = platforms.some((one) => one.endsWith("-linux"));
  return musl || glibc ? { builds: { musl, glibc, linux, source: platforms.includes("ruby") } } : {};
}

function gemInstalls({ args }: Invocation): Read[] | undefined {
  const [verb, ...rest] = args;
  if (verb?.value !== "install" && verb?.value !== "i") return undefined;
  const at = rest.findIndex(({ value }) => /^(-v|--version)$/.test(value));
  const version =
    at >= 0 ? rest[at + 1]?.value : rest.find(({ value }) => value.startsWith("--version="))?.value.slice(10);
  return rest.flatMap(({ value, span }, index) => {
    if (
      !/^[a-z][\w.-]*(:.*)?$/i.test(value) ||
      /^(-v|--version|--source|-s|-n|-i|--install-dir|--bindir)$/.test(rest[index - 1]?.value ?? "")
    )
      return [];
    const [name = "", own] = value.split(":");
    return [
      {
        requirement: { ecosystem: "gem" as const, name, version: own ?? version ?? "", extras: [], file: undefined },
        span,
      },
    ];
  });
}
