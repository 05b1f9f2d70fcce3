import { readFileSync } from "node:fs";
import type { AlpineFacts } from "../../server/src/facts";

/** One question that the real apk was asked, over main only on a bare system. */
interface Case {
  readonly release: string;
  readonly requested: string;
  /** `ok`, or the error in apk's words. */
  readonly result: string;
  readonly added: readonly string[];
}

interface Disagreement extends Case {
  readonly ours: string;
}

export interface Agreement {
  readonly release: string;
  readonly installs: number;
  readonly refusals: number;
  readonly disagreements: readonly Disagreement[];
}

/** How the answers beside those of the real apk stand, by release. @param path of a table as `solver-cases.tsv`. */
export function agreementWith(path: string, alpine: AlpineFacts): Agreement[] {
  const cases = readFileSync(path, "utf8").split("\n").slice(1).filter(Boolean).map(read);
  return [...new Set(cases.map(({ release }) => release))].map((release) => {
    const own = cases.filter((one) => one.release === release);
    return {
      release,
      installs: own.filter(({ result }) => result === "ok").length,
      refusals: own.filter(({ result }) => result !== "ok").length,
      disagreements: own.flatMap((one) => compare(one, alpine) ?? []),
    };
  });
}

function read(line: string): Case {
  const [release = "", requested = "", result = "", added = ""] = line.split("\t");
  return { release, requested, result, added: added.split(" ").filter(Boolean).sort() };
}

function compare(one: Case, alpine: AlpineFacts): Disagreement | undefined {
  const { packages, refusal } = alpine.closure(one.requested.split(" "), one.release, [], { mainOnly: true });
  if (one.result !== "ok") return refusal === undefined ? { ...one, ours: "installs" } : undefined;
  if (refusal !== undefined) return { ...one, ours: refusal };
  const ours = packages.map(({ name }) => name).sort();
  if (ours.join(" ") === one.added.join(" ")) return undefined;
  const more = ours.filter((name) => !one.added.includes(name)).map((name) => `+${name}`);
  const less = one.added.filter((name) => !ours.includes(name)).map((name) => `-${name}`);
  return { ...one, ours: [...more, ...less].join(" ") };
}

/** Prints a line per release, and each disagreement. */
export function reportAgreement(path: string, alpine: AlpineFacts): void {
  for (const { release, installs, refusals, disagreements } of agreementWith(path, alpine)) {
    const wrongSets = disagreements.filter(({ result }) => result === "ok").length;
    const wrongRefusals = disagreements.length - wrongSets;
    const share = (wrong: number, of: number) =>
      of === 0 ? "none asked" : `${((100 * (of - wrong)) / of).toFixed(1)} %`;
    console.log(
      `apk's solver on ${release}: ${installs} installations, equal ${share(wrongSets, installs)};`,
      `${refusals} refusals, equal ${share(wrongRefusals, refusals)}`,
    );
    for (const { requested, result, ours } of disagreements)
      console.log(`  ${requested}: ${result === "ok" ? "" : `${result.slice(0, 120)} — ours: `}${ours.slice(0, 200)}`);
  }
}
