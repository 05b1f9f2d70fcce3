import type { Fix, Level } from "../../alpinize";
import type { Run } from "../../model/run";
import type { Context } from "../rule";

/**
 * The conversion as the fix of a finding in a RUN; undefined when it changes nothing there or cannot be done as a whole.
 * @param title says what the conversion does for the finding.
 */
export function fixByConversion(
  context: Context,
  run: Run,
  level: Level,
  title: string,
): (() => Omit<Fix, "safety">) | undefined {
  const { complete, edits } = context.convert(level);
  const { start, end } = run.instruction.span;
  const changesIt = edits.some(({ span }) => span.start < end && start <= span.end);
  return complete && changesIt ? () => ({ title, edits }) : undefined;
}
