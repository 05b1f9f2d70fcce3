import type { Size } from "../facts/types";
import { aptCall } from "../model/apt-call";
import type { Stage } from "../model/build";
import { callsOf } from "../model/calls";
import { chain, shippedStages } from "../model/layers";
import { type PackageChange, packageChanges } from "../model/packages";
import { distributionOf, rootImage } from "../model/platform";
import { type Run, sourceSpan } from "../model/run";
import type { ShellWord } from "../shell/types";
import { AptLedger } from "../size/apt-ledger";
import { formatSize } from "../size/format";
import { type Part, sumOf } from "../size/part";
import type { TextEdit } from "../text/edits";
import type { Context, Found, Rule } from "./rule";
import { listed } from "./shared/sentences";

export const recommendsInstalled: Rule = {
  name: "recommends-installed",
  severity: "warning",
  summary: "apt installs what its packages recommend",
  why: `\`apt-get install\` also installs what the packages recommend, and what those recommend: things that are good to have on a
desktop, often as large as the packages themselves. \`--no-install-recommends\` leaves them out.

Now and then a program does need one of them. The fix names those that are known for it (\`ca-certificates\`, without which curl,
git and wget refuse HTTPS; \`libc6-dev\`, without which gcc finds no headers; \`xauth\`, without which \`xvfb-run\` fails); build and
test what you get. Savings of less than 1 MB are not told.`,
  related: ["hadolint DL3015"],
  fix: "review",
  examples: [
    {
      before:
        "FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n",
      after:
        "FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y --no-install-recommends git ca-certificates && rm -rf /var/lib/apt/lists/*\n",
    },
    {
      before:
        "FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y \\\n      libreoffice-core \\\n  && rm -rf /var/lib/apt/lists/*\n",
      after:
        "FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y --no-install-recommends \\\n      libreoffice-core \\\n  && rm -rf /var/lib/apt/lists/*\n",
    },
  ],
  leftAlone: [
    {
      why: "they are turned off already",
      text: "FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*\n",
    },
    {
      why: "apt's configuration turns them off",
      text: "FROM debian:bookworm-slim\nRUN echo 'APT::Install-Recommends \"0\";' > /etc/apt/apt.conf.d/99local\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n",
    },
    {
      why: "the package recommends nothing",
      text: "FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y less && rm -rf /var/lib/apt/lists/*\n",
    },
  ],
  *check(context) {
    for (const stage of shippedStages(context.build)) {
      if (distributionOf(stage, context.facts)?.name === "alpine") continue;
      yield* checkStage(context, stage);
    }
  },
};

/** What is left out and yet needed by nearly all who ask for one of these packages. */
const needed: ReadonlyMap<string, RegExp> = new Map([
  ["ca-certificates", /^(curl|wget|git|aria2|mercurial|subversion)$/],
  ["libc6-dev", /^(gcc|clang|tcc)(-\d+(\.\d+)?)?$/],
  ["xauth", /^xvfb$/],
]);

/** Less than this, in bytes, is not worth a word. */
const least = 1_000_000;

function* checkStage(context: Context, stage: Stage): Iterable<Found> {
  const stages = chain(stage);
  if (stages.some(bringsConfiguration)) return;
  const ledger = ledgerOf(context, stage);
  for (const run of stages.flatMap(({ runs }) => runs)) {
    const changes = packageChanges(run).filter(({ manager }) => manager === "apt");
    if (configures(run)) return;
    if (stage.runs.includes(run)) {
      for (const change of changes) {
        const found = isInstallation(change) && checkChange(run, change, ledger);
        if (found) yield found;
      }
    }
    ledger?.add(run, changes);
  }
}

function checkChange(run: Run, change: PackageChange, ledger: AptLedger | undefined): Found | undefined {
  const apt = aptCall(change.call);
  if (!apt) return undefined;
  const dropped = (ledger && droppedBy(run, change, ledger)) ?? [];
  const size = dropped.length > 0 ? sumOf(dropped, ({ disk }) => disk) : undefined;
  const isWhole = ledger !== undefined && isKnown(run, change, ledger);
  if (isWhole && (size?.bytes ?? 0) < least) return undefined;
  const isWorthIt = (size?.bytes ?? 0) >= least;
  const needs = dropped.map(({ name }) => name).filter((name) => isNeeded(name, change));
  const words = change.call.args.slice(change.call.args.indexOf(apt.verbWord) + 1);
  const quiet = words.slice(
    0,
    words.findIndex(({ value }) => !/^-(y|q+|y?q*y?|-yes|-assume-yes|-quiet)$/.test(value)),
  );
  const at = endOf(run, quiet.at(-1) ?? apt.verbWord);
  return {
    span: { start: sourceSpan(run, change.call.nameSpan).start, end: endOf(run, apt.verbWord) },
    message: `This also installs what the packages recommend${isWorthIt ? told(dropped, size) : ""}. Add \`--no-install-recommends\`, and name what you need of it.`,
    severity: isWorthIt ? "warning" : "information",
    fix: () => ({
      title: titleOf(needs),
      edits: [{ span: { start: at, end: at }, newText: " --no-install-recommends" }, ...add(run, change, needs)],
    }),
  };
}

function told(dropped: readonly Part[], size: Size | undefined): string {
  if (!size) return "";
  // Of another release, the names would be others.
  if (size.basis === "sibling") return ` (${formatSize(size)})`;
  const largest = [...dropped].sort((a, b) => (b.disk.bytes ?? 0) - (a.disk.bytes ?? 0)).map(({ name }) => name);
  return ` (${formatSize(size)}: ${listed(largest)})`;
}

function titleOf(needs: readonly string[]): string {
  return needs.length === 0 ? "Add --no-install-recommends" : `Add --no-install-recommends and ${listed(needs)}`;
}

/** Behind the last name. */
function add(run: Run, { call }: PackageChange, needs: readonly string[]): TextEdit[] {
  const last = call.args.at(-1);
  if (!last || needs.length === 0) return [];
  const end = endOf(run, last);
  return [{ span: { start: end, end }, newText: ` ${needs.join(" ")}` }];
}

function endOf(run: Run, { span }: ShellWord): number {
  return sourceSpan(run, { start: span.end - 1, end: span.end }).end;
}

function isNeeded(name: string, { names }: PackageChange): boolean {
  const by = needed.get(name);
  return by !== undefined && names.some((asked) => by.test(asked.name));
}

/** What would not be installed, as far as it is known. */
function droppedBy(run: Run, change: PackageChange, ledger: AptLedger): readonly Part[] {
  const rest = new Set(
    ledger
      .copy()
      .add(run, [{ ...change, recommends: false }])
      .map(({ name }) => name),
  );
  return ledger
    .copy()
    .add(run, [change])
    .filter(({ name, disk }) => !rest.has(name) && disk.bytes !== undefined);
}

function isKnown(run: Run, change: PackageChange, ledger: AptLedger): boolean {
  return (
    change.unknown.length === 0 &&
    ledger
      .copy()
      .add(run, [change])
      .every(({ disk }) => disk.bytes !== undefined)
  );
}

function isInstallation({ action, recommends, call }: PackageChange): boolean {
  const apt = aptCall(call);
  if (action !== "add" || !recommends || call.command.conditional || apt?.verb !== "install") return false;
  // Files of the user's: what they recommend is not known. `-f` alone repairs.
  const packages = apt.operands.filter(({ value }) => !/^[./]|\.deb$/.test(value));
  const asked = /^(-s|--simulate|--dry-run|--download-only|-d|--print-uris)$|recommends/i;
  return packages.length > 0 && !apt.options.some(({ value }) => asked.test(value));
}

/** Images whose packages the tables list; of others, a package that is there already would be counted. */
const known: ReadonlySet<string> = new Set(
  "buildpack-deps debian golang node perl php python ruby rust ubuntu".split(" "),
);

/** Undefined when what the image holds is not known. */
function ledgerOf({ facts }: Context, stage: Stage): AptLedger | undefined {
  const root = rootImage(stage);
  const distribution = distributionOf(stage, facts);
  const isDebian = distribution?.name === "debian" || distribution?.name === "ubuntu";
  return root && isDebian && known.has(root.image)
    ? new AptLedger(facts, { image: root.image, tag: root.tag, suite: distribution.release ?? "" })
    : undefined;
}

const setting = /install-recommends|norecommend|no-recommend/i;

function configures(run: Run): boolean {
  if (/apt\.conf|apt-conf/.test(run.script.text) && setting.test(run.script.text)) return true;
  // Text that goes where apt reads it, by a heredoc or by a script.
  return callsOf(run).some(({ args, command }) =>
    [...args, ...command.redirects.flatMap(({ target }) => target ?? [])].some(
      ({ value }) => /\/etc\/apt\/apt\.conf/.test(value) && setting.test(run.script.text),
    ),
  );
}

function bringsConfiguration({ instructions }: Stage): boolean {
  return instructions.some(
    ({ name, args }) =>
      (name === "COPY" || name === "ADD") && /apt\.conf|\/etc\/apt\/?(\s|$)|norecommend/.test(args.text),
  );
}
