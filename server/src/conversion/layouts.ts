import { bareName } from "../model/apt-installed";
import type { Stage } from "../model/build";
import { runsOf } from "../model/layers";
import { packageChanges } from "../model/packages";
import { sourceSpan } from "../model/run";
import type { Invocation } from "../shell/invocation";
import { creation } from "../translations/account-steps";
import { Accounts } from "../translations/accounts";
import { layoutsOf, textsOf, usersOf } from "../translations/layout";
import { moduleSteps } from "./python-2-modules";
import type { Installation, Note, RunConversion } from "./run-conversion";

/** What an installation of software takes that Debian sets up in another way. */
interface SetUp {
  /** To stand right behind it. */
  readonly steps: readonly string[];
  readonly checks: readonly string[];
}

function setUpOf({ call, units, isApk }: Installation, { context, run }: RunConversion): SetUp {
  const wanted = isApk ? [] : units.filter(({ packages }) => packages.length > 0);
  const names = wanted.flatMap(({ debian }) => debian.map(bareName));
  const layouts = layoutsOf(context.stage).filter(
    ({ packages, once, inImage }) =>
      names.some((name) => packages.test(name)) &&
      !inImage?.(context.stage) &&
      !(once && isThereBefore(packages, call, context.stage)),
  );
  const modules = moduleSteps(wanted, context.release);
  if (layouts.length === 0) return modules;
  const texts = textsOf(
    context,
    wanted.flatMap(({ packages }) => packages),
  );
  const accounts = Accounts.before(context, { instruction: run.instruction, offset: call.span.start });
  const users = creation(
    usersOf(names).map((name) => ({ kind: "user", name })),
    accounts,
    "by packages",
  );
  return {
    steps: [...modules.steps, ...users.commands, ...layouts.flatMap(({ steps }) => steps?.(texts) ?? [])],
    checks: [
      ...modules.checks,
      ...(users.check === undefined ? [] : [users.check]),
      ...layouts.flatMap(({ check }) => check?.(texts) ?? []),
    ],
  };
}

/** An installation before this one has brought it already. */
function isThereBefore(packages: RegExp, call: Invocation, stage: Stage): boolean {
  const first = runsOf(stage)
    .flatMap(packageChanges)
    .find(({ manager, action, names }) => {
      return manager === "apt" && action === "add" && names.some(({ name }) => packages.test(bareName(name)));
    });
  return first !== undefined && first.call.command !== call.command;
}

export function hasLayoutSteps(conversion: RunConversion): boolean {
  return conversion.installations.some((installation) => setUpOf(installation, conversion).steps.length > 0);
}

/** To be called when the packages of the RUN are written, so that these steps come behind them. */
export function writeLayouts(conversion: RunConversion): Note[] {
  const { installations, rewrite, run } = conversion;
  const notes: Note[] = [];
  for (const installation of installations) {
    const { call, fixed } = installation;
    const span = sourceSpan(run, call.span);
    const { steps, checks } = setUpOf(installation, conversion);
    notes.push(...checks.map((message) => ({ span, message })));
    if (steps.length === 0) continue;
    const said = steps.join(" && ");
    if (fixed)
      notes.push({ span, message: `Debian sets this up in another way than Alpine. Call behind it: \`${said}\`.` });
    else {
      const newText = steps.map((step) => rewrite.separate([step])).join("");
      rewrite.replace({ start: call.span.end, end: call.span.end }, newText);
    }
  }
  return notes;
}
