import { analyze, type Conversion, type Facts, type Level, levels } from "../../server/src/alpinize";
import { parseDockerfile } from "../../server/src/dockerfile";
import { type Build, readBuild, type Stage } from "../../server/src/model/build";
import { type PackageChange, packageChanges } from "../../server/src/model/packages";
import { distributionOf } from "../../server/src/model/platform";
import { ashScripts, violations } from "../properties/check";

export interface Measured {
  readonly file: string;
  /** Milliseconds of the slowest of: all findings, or a conversion to one level. */
  readonly slowest: number;
  /** Milliseconds of the findings and a conversion to the level that is offered first. */
  readonly usual: number;
  /** What was thrown; the other fields then say nothing. */
  readonly crash: string | undefined;
  /** The properties that do not hold, each behind its level. */
  readonly violations: readonly Violation[];
  /** Undefined when no stage stands on a known Debian or Ubuntu and installs with apt. */
  readonly outcome: "fully" | "partly" | "stopped" | undefined;
  /** What could not be converted, as it is told. */
  readonly stops: readonly string[];
  /** Commands of apt in the stages that stand on Debian: all of them, and those that `partial` leaves. */
  readonly aptCommands: number;
  readonly aptCommandsLeft: number;
  /** Names nobody knows on Alpine. */
  readonly unknownNames: readonly string[];
  /** Rules of the findings, one name per finding. */
  readonly findings: readonly string[];
}

export interface Violation {
  readonly level: Level;
  readonly partial: boolean;
  /** The property's name, a colon, and where it shows. */
  readonly message: string;
}

export const nothing: Omit<Measured, "file" | "crash"> = {
  slowest: 0,
  usual: 0,
  violations: [],
  outcome: undefined,
  stops: [],
  aptCommands: 0,
  aptCommandsLeft: 0,
  unknownNames: [],
  findings: [],
};

/** Every way a Dockerfile can be converted. */
const ways = levels.flatMap((level) => [false, true].map((partial) => ({ level, partial })));

/** The shell texts of the file and of its conversions, to be read ahead; none when a conversion throws. */
export function shellTexts(text: string, facts: Facts): string[] {
  try {
    const analysis = analyze(text, { facts });
    return [text, ...ways.map(({ level, partial }) => analysis.convert(level, { partial }).text)].flatMap(ashScripts);
  } catch {
    return [];
  }
}

export function measure(file: string, text: string, facts: Facts): Measured {
  try {
    return { ...measureText(text, facts), file, crash: undefined };
  } catch (error) {
    return { ...nothing, file, crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function measureText(text: string, facts: Facts): typeof nothing {
  const findings = timed(() => analyze(text, { facts }).findings);
  const conversions = ways.map((way) => ({
    ...way,
    ...timed(() => analyze(text, { facts }).convert(way.level, { partial: way.partial })),
  }));
  const offered = find(conversions, false);
  const build = read(text);
  const debian = build.stages.filter((stage) => standsOnDebian(stage, facts));
  const changes = debian.flatMap(aptChanges);
  const installs = changes.some(({ action }) => action === "add");
  return {
    slowest: Math.max(findings.milliseconds, ...conversions.map(({ milliseconds }) => milliseconds)),
    usual: findings.milliseconds + offered.milliseconds,
    violations: ways.flatMap(({ level, partial }) =>
      violations(text, level, { facts, partial }).map((message) => ({ level, partial, message })),
    ),
    outcome: installs ? outcomeOf(offered.value) : undefined,
    stops: installs ? offered.value.remarks.flatMap(({ kind, message }) => (kind === "stop" ? [message] : [])) : [],
    aptCommands: installs ? changes.length : 0,
    aptCommandsLeft: installs ? aptCommandsLeft(debian, find(conversions, true).value) : 0,
    unknownNames: installs ? debian.flatMap((stage) => unknownNames(stage, facts)) : [],
    findings: findings.value.map(({ rule }) => rule),
  };
}

interface Timed<T> {
  readonly value: T;
  readonly milliseconds: number;
}

function timed<T>(work: () => T): Timed<T> {
  const start = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - start };
}

/** The conversion to the level that is offered first. */
function find<T>(conversions: readonly (Timed<T> & (typeof ways)[number])[], partial: boolean): Timed<T> {
  return conversions.find((one) => one.level === "single-run" && one.partial === partial) as Timed<T>;
}

function read(text: string): Build {
  return readBuild(parseDockerfile(text));
}

function outcomeOf({ complete, stages }: Conversion): Measured["outcome"] {
  const some = stages.some(({ outcome }) => outcome === "converted" || outcome === "partly");
  return complete && some ? "fully" : some ? "partly" : "stopped";
}

function standsOnDebian(stage: Stage, facts: Facts): boolean {
  const name = distributionOf(stage, facts)?.name;
  return name === "debian" || name === "ubuntu";
}

function aptChanges({ runs }: Stage): PackageChange[] {
  return runs.flatMap((run) => packageChanges(run)).filter(({ manager }) => manager === "apt");
}

/** In the stages that stood on Debian, whatever they stand on now. */
function aptCommandsLeft(debian: readonly Stage[], { text }: Conversion): number {
  const indexes = new Set(debian.map(({ index }) => index));
  return read(text)
    .stages.filter(({ index }) => indexes.has(index))
    .flatMap(aptChanges).length;
}

function unknownNames(stage: Stage, facts: Facts): string[] {
  const variant = facts.images.alpineVariant(stage.base.official ?? "", stage.base.reference?.tag ?? "latest");
  const context =
    variant.kind === "variant"
      ? { release: variant.release, family: variant.image }
      : { release: facts.alpine.newest, family: undefined };
  const names = aptChanges(stage).flatMap((change) =>
    change.action === "add" ? change.names.map(({ name }) => name) : [],
  );
  return [...new Set(names)].filter((name) => facts.names.toAlpine(name, context).kind === "unknown");
}
