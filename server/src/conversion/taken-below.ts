import { isBuildPackage } from "../model/build-packages";
import { consumersOf } from "../model/consumers";
import { plainPhp } from "../model/pure-packages";
import type { Invocation } from "../shell/invocation";
import { extensionName } from "../translations/php-image/extensions";
import type { PackageUnit } from "./package-units";
import { programCalls } from "./program-calls";
import type { RunConversion } from "./run-conversion";

/** What serves to build, stays in the image by the file's own words, and is deleted where it was used by a conversion. */
export interface Taken {
  /** What a command installs. */
  readonly units: readonly PackageUnit[];
  /** What the Debian image has. */
  readonly ofImage: readonly string[];
}

export const nothingTaken: Taken = { units: [], ofImage: [] };

/** The steps of a stage compile with what the stage below kept on Debian; where that deletes it, they add it for themselves. */
export function needWhatIsTaken(
  { units, ofImage }: Taken,
  runs: readonly RunConversion[],
  family: string | undefined,
): void {
  for (const run of runs) {
    const consumer = consumersOf(run.run, family).find(({ call }) => !isPlainExtension(call));
    for (const unit of units) {
      const use = consumer?.call ?? programCalls([unit], run)[0];
      if (use) for (const name of unit.packages) run.need(name, use.span);
    }
    if (consumer) for (const name of ofImage) run.need(name, consumer.call.span);
  }
}

/** PHP's official images have the tools to compile what is linked with nothing else. */
function isPlainExtension({ name, args }: Invocation): boolean {
  if (!/^(docker-php-ext-install|pecl)$/.test(name)) return false;
  const words = args.map(({ value }) => value).filter((word) => word !== "install" && !/^-|^\$|^\d+$/.test(word));
  return words.every((word) => plainPhp.has(extensionName(word)));
}

/**
 * What the image brought to compile with is needed by the RUNs that compile, which delete it again.
 * @returns false when it is something else, or no RUN compiles.
 */
export function addWhereCompiled(name: string, runs: readonly RunConversion[], family: string | undefined): boolean {
  if (!isBuildPackage(name)) return false;
  const users = runs.flatMap((run) => {
    const [consumer] = consumersOf(run.run, family);
    return consumer ? [{ run, span: consumer.call.span }] : [];
  });
  for (const { run, span } of users) run.need(name, span);
  return users.length > 0;
}
