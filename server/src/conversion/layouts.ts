import { bareName } from "../model/apt-installed";
import { sourceSpan } from "../model/run";
import { layoutsOf, textsOf } from "../translations/layout";
import type { StageContext } from "../translations/translation";
import type { Installation, Note, RunConversion } from "./run-conversion";

/** What stands behind the installation of software that Debian sets up in another way, as one step. */
export function layoutSteps({ units, isApk }: Installation, context: StageContext): readonly string[] {
  if (isApk) return [];
  const texts = textsOf(
    context,
    units.flatMap(({ packages }) => packages),
  );
  return ownLayouts(units, context).flatMap(({ steps }) => steps?.(texts) ?? []);
}

export function hasLayoutSteps({ installations, context }: RunConversion): boolean {
  return installations.some((installation) => layoutSteps(installation, context).length > 0);
}

/** To be called when the packages of the RUN are written, so that these steps come behind them. */
export function writeLayouts({ installations, rewrite, context, run }: RunConversion): Note[] {
  const checks: Note[] = [];
  for (const installation of installations) {
    const { call, units, isApk, fixed } = installation;
    const span = sourceSpan(run, call.span);
    for (const { check } of isApk ? [] : ownLayouts(units, context)) {
      const message = check?.(textsOf(context, []));
      if (message !== undefined) checks.push({ span, message });
    }
    const steps = layoutSteps(installation, context);
    if (steps.length === 0) continue;
    if (fixed)
      checks.push({
        span,
        message: `Debian sets this up in another way than Alpine. Call behind it: \`${steps.join(" && ")}\`.`,
      });
    else
      rewrite.replace(
        { start: call.span.end, end: call.span.end },
        steps.map((step) => rewrite.separate([step])).join(""),
      );
  }
  return checks;
}

function ownLayouts(units: Installation["units"], { stage }: StageContext) {
  const names = units.flatMap(({ debian, packages }) => (packages.length > 0 ? debian.map(bareName) : []));
  return layoutsOf(stage).filter(({ packages }) => names.some((name) => packages.test(name)));
}
