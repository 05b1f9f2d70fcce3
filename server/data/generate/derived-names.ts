import { existsSync } from "node:fs";
import { join } from "node:path";
import { type ExistingNames, existing } from "./alpine-existing";
import { AlpineProviders, type Capability, debianCapabilities, knowsOrigins } from "./capabilities";
import { type Inputs, readIfThere, readTsv } from "./tsv";

/** A Debian package and the packages of Alpine that bring the same, with what speaks for it. */
export interface Pair {
  readonly debian: string;
  /** Separated by a space. */
  readonly packages: string;
  readonly evidence: string;
  readonly confidence: number;
}

/** Below this a pair is a hint and no fact. */
const weakest = 0.5;

/** Whether there is what the pairs are derived from: what Debian's packages bring, and the recipes that Alpine's come from. */
export function canDerive({ source }: Inputs): boolean {
  return existsSync(join(source, "debian/capabilities-bookworm.tsv")) && knowsOrigins(source);
}

/**
 * The pairs that what packages bring, and their names, give: of a package with libraries, commands or modules, the packages of
 * Alpine that bring most of them; of others, a name that Alpine has by the habits of both. The best comes first.
 */
export function derivedPairs(inputs: Inputs): readonly Pair[] {
  const known = pairsByInputs.get(inputs) ?? derive(inputs);
  pairsByInputs.set(inputs, known);
  return known;
}

/** Two tables rest on them. */
const pairsByInputs = new WeakMap<Inputs, readonly Pair[]>();

function derive(inputs: Inputs): Pair[] {
  const alpine = new AlpineProviders(inputs.source);
  const names = existing(inputs);
  const capabilities = debianCapabilities(inputs.source);
  const debian = debianPackages(inputs.source);
  const pairs: Pair[] = [];
  for (const name of new Set([...debian.keys(), ...capabilities.keys(), ...namedInDockerfiles(inputs.source)])) {
    const brought = byCapabilities(name, capabilities.get(name) ?? [], alpine, names);
    const named = byName(name, names);
    const other = [...brought, ...named].sort((a, b) => b.confidence - a.confidence);
    const same = names.areKnown(name) ? [sameName(name, brought, capabilities.has(name))] : [];
    pairs.push(...(isElsewhere(name, brought) ? [...other, ...same] : [...same, ...other]));
  }
  const known = new Map<string, Pair>();
  for (const pair of pairs) if (!known.has(pair.debian)) known.set(pair.debian, pair);
  const providers = new Map<string, number>();
  for (const { provides } of debian.values())
    for (const virtual of provides) providers.set(virtual, (providers.get(virtual) ?? 0) + 1);
  for (const [name, { depends, provides }] of debian) {
    // An empty package that leads to a new name of itself.
    const [renamed, ...others] = depends;
    const target = renamed !== undefined && others.length === 0 ? known.get(renamed) : undefined;
    if (target && !known.has(name) && stem(name) === stem(target.debian))
      pairs.push({
        ...target,
        debian: name,
        evidence: `leads to ${target.debian}`,
        confidence: 0.9 * target.confidence,
      });
    for (const virtual of provides) {
      const provider = known.get(name);
      // What several provide (`mail-transport-agent`) is for people to choose.
      if (!provider || provider.confidence < 0.7 || debian.has(virtual) || (providers.get(virtual) ?? 0) > 1) continue;
      const pair = {
        ...provider,
        debian: virtual,
        evidence: `provided by ${name}`,
        confidence: 0.85 * provider.confidence,
      };
      pairs.push(pair);
    }
  }
  return pairs.filter(({ confidence }) => confidence >= weakest).map(rounded);
}

/** Names that Debian has no more, too: those of Dockerfiles, or the ones that were derived before. */
function namedInDockerfiles(source: string): string[] {
  const frequency = "mapping/apt-frequency.tsv";
  const before = readIfThere(source, "mapping/derived-before.tsv").map((row) => row("debian"));
  if (before.length > 0 && !existsSync(join(source, frequency))) return before;
  return [...before, ...readTsv(source, frequency).map((row) => row("package"))];
}

/** True when all that the package brings is in others: `numactl` brings the library, its programs are in `numactl-tools`. */
function isElsewhere(debian: string, [found]: readonly Brought[]): boolean {
  if (!found || found.share < 1) return false;
  const packages = found.packages.split(" ");
  return !packages.includes(debian) && packages.every((name) => isDevelopment(name) === isDevelopment(debian));
}

/** Where one package has the name itself, others hold what Debian's package has beside: rarely wanted, often large. */
function sameName(debian: string, brought: readonly Pair[], bringsSomething: boolean): Pair {
  const [found] = brought;
  const same = { debian, packages: debian };
  if (found?.packages.split(" ").includes(debian))
    return { ...found, ...same, confidence: Math.min(found.confidence, 0.95) };
  return { ...same, evidence: "same name", confidence: bringsSomething ? 0.65 : 0.75 };
}

interface Brought extends Pair {
  /** Of what the Debian package brings, 0 to 1. */
  readonly share: number;
}

interface DebianPackage {
  readonly depends: readonly string[];
  readonly provides: readonly string[];
}

function debianPackages(source: string): Map<string, DebianPackage> {
  const packages = new Map<string, DebianPackage>();
  for (const file of ["packages-bullseye-used", "packages-bookworm", "packages-trixie"])
    for (const row of readTsv(source, `debian/${file}.tsv`)) {
      const of = (column: string) => row(column).split(" ").filter(Boolean);
      packages.set(row("name"), { depends: of("depends"), provides: of("provides") });
    }
  return packages;
}

const titles: Readonly<Record<string, string>> = {
  pc: "pkg-config files",
  so: "libraries",
  cmd: "commands",
  py: "Python modules",
  dev: "linked libraries",
};

/** The packages that bring most of the same; more than one where each adds a good part. */
function byCapabilities(
  debian: string,
  own: readonly Capability[],
  alpine: AlpineProviders,
  names: ExistingNames,
): Brought[] {
  const wanted = telling(debian, own);
  if (wanted.length === 0) return [];
  const known = (found: Iterable<string>) => [...found].filter((name) => names.areKnown(name));
  const exact = covering(debian, wanted, (one) => known(candidates(one, debian, alpine)));
  const isLibrary = wanted.every((one) => kindOf(one) === "so");
  const chosen =
    exact.packages.length > 0 || !isLibrary
      ? exact
      : covering(debian, wanted, (one) => known(alpine.ofOtherVersion(one)));
  if (chosen.packages.length === 0) return [];
  const { packages, met } = chosen;
  const share = met.length / wanted.length;
  const isNamedAlike = packages.some((name) => stem(name) === stem(debian));
  const kind = [...new Set(met.map(kindOf))].flatMap((one) => titles[one] ?? []).join(" and ");
  const other = chosen === exact ? "" : ", another version";
  // A name that says the same makes up for what is split differently; commands alone are shared by strangers too.
  const confidence = (isNamedAlike ? Math.max(0.7, 0.85 + 0.15 * share) : 0.3 + 0.7 * share) - (other ? 0.25 : 0);
  return [
    {
      debian,
      packages: packages.join(" "),
      evidence: `the same ${kind} (${met.length} of ${wanted.length}${other})`,
      confidence: share < 0.5 && !isNamedAlike ? 0 : confidence,
      share,
    },
  ];
}

/** Of what a package brings the part that says what it is for: headers of a `-dev` package, libraries of a library's. */
function telling(debian: string, own: readonly Capability[]): readonly Capability[] {
  const of = (...kinds: string[]) => own.filter((one) => kinds.includes(kindOf(one)));
  const headers = of("pc", "dev");
  if (isDevelopment(debian) && headers.length > 0) return headers;
  const libraries = debian.startsWith("lib") ? of("so") : [];
  const used = libraries.length > 0 ? libraries : of("so", "cmd", "py");
  if (used.length > 0) return used;
  // Without a version in its name a library looks like what a linker is given.
  const plain = of("dev").map((one) => `so:${one.slice("dev:".length)}.so`);
  return plain.length > 0 ? plain : of("pc");
}

function candidates(capability: Capability, debian: string, alpine: AlpineProviders): Iterable<string> {
  if (capability.startsWith("dev:")) return alpine.developmentOf(capability.slice(4));
  const exact = alpine.of(capability);
  const isModule = capability.startsWith("py:") && debian.startsWith("python3-");
  if (exact.size === 0 && isModule) return namedAfter(capability.slice("py:".length));
  return exact.size > 0 || !capability.startsWith("cmd:") ? exact : alpine.of(plainCommand(capability));
}

/** Names that Alpine gives to the package of a Python distribution, whose top folders are often called otherwise. */
function namedAfter(distribution: string): string[] {
  return ["-", "_", "."].map((sign) => `py3-${distribution.replaceAll("-", sign)}`);
}

/** `cmd:x86_64-linux-gnu-ar`, `cmd:lld-15` and `cmd:krb5-config.mit` as the programs are called where there is one of each. */
function plainCommand(command: Capability): Capability {
  return command
    .replace(/^cmd:x86_64-linux-gnu-/, "cmd:")
    .replace(/-[0-9][0-9.]*$|(?<!cmd:(?:u?mount|fsck|mkfs))\.[a-z]+$/, "");
}

interface Cover {
  readonly packages: readonly string[];
  readonly met: readonly Capability[];
}

/** The fewest packages for the most of what is wanted: the best one, and others that add at least a quarter. */
function covering(
  debian: string,
  wanted: readonly Capability[],
  providers: (capability: Capability) => readonly string[],
): Cover {
  const brought = new Map<string, Set<Capability>>();
  for (const capability of wanted)
    for (const name of providers(capability)) brought.set(name, (brought.get(name) ?? new Set()).add(capability));
  const met = new Set<Capability>();
  const packages: string[] = [];
  for (;;) {
    const adds = (name: string) => [...(brought.get(name) ?? [])].filter((one) => !met.has(one)).length;
    const [best] = [...brought.keys()].sort((a, b) => adds(b) - adds(a) || likeness(b, debian) - likeness(a, debian));
    if (best === undefined || adds(best) === 0) break;
    if (packages.length > 0 && adds(best) < wanted.length / 4) break;
    packages.push(best);
    for (const one of brought.get(best) ?? []) met.add(one);
  }
  return { packages, met: [...met] };
}

/** How much two names say the same. */
function likeness(alpine: string, debian: string): number {
  if (alpine === debian) return 3;
  if (stem(alpine) === stem(debian)) return 2;
  if (debian.startsWith(`${alpine}-`)) return 1.5;
  return isDevelopment(alpine) === isDevelopment(debian) ? 1 : 0;
}

const isDevelopment = (name: string) => name.endsWith("-dev");

function kindOf(capability: Capability): string {
  return capability.slice(0, capability.indexOf(":"));
}

/** By the habits of both distributions, for packages that bring nothing to compare, or nothing that Alpine tells of. */
function byName(debian: string, names: ExistingNames): Pair[] {
  const pairs: Pair[] = [];
  const offer = (packages: string, evidence: string, confidence: number) => {
    if (names.areKnown(packages)) pairs.push({ debian, packages, evidence, confidence });
  };
  for (const { form, alpine, title, confidence } of habits) {
    const [, part] = form.exec(debian) ?? [];
    if (part !== undefined)
      for (const template of alpine) offer(template.replace("{}", part), `${title} name rule`, confidence);
  }
  return pairs;
}

const habits = [
  { form: /^lib(.+)-perl$/, alpine: ["perl-{}"], title: "perl", confidence: 0.8 },
  { form: /^python3-(.+)$/, alpine: ["py3-{}"], title: "py", confidence: 0.7 },
  { form: /^libboost-?([0-9.]*.*)-dev$/, alpine: ["boost-dev"], title: "boost", confidence: 0.9 },
  { form: /^(?:fonts|ttf)-(.+?)(?:-core)?$/, alpine: ["font-{}", "ttf-{}"], title: "font", confidence: 0.65 },
  { form: /^lib(.+?)(?:-[0-9.]+)?-dev$/, alpine: ["{}-dev", "lib{}-dev"], title: "dev", confidence: 0.71 },
  { form: /^lib(.+?)[0-9.-]*-dev$/, alpine: ["{}-dev", "lib{}-dev"], title: "dev", confidence: 0.7 },
  { form: /^((?!python|llvm).+?)-?[0-9][0-9.]*-dev$/, alpine: ["{}-dev"], title: "dev", confidence: 0.55 },
] as const;

/** `bind9-utils`, `liblz4-tool` and `libssl3t64` without what changes when a package is renamed. */
function stem(name: string): string {
  return name
    .replace(/^lib|^py3-|^python3-|^perl-/, "")
    .replace(/-(?:dev|libs|tools?|bin|nox|perl)$/, "")
    .replace(/t64$|[\d.+-]|q16/g, "");
}

function rounded({ debian, packages, evidence, confidence }: Pair): Pair {
  return { debian, packages, evidence, confidence: Math.round(100 * Math.min(1, confidence)) / 100 };
}
