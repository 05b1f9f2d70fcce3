import type { Facts, Size } from "../alpinize";
import { hasApk3 } from "../facts/releases";
import { shippedFacts } from "../shipped";
import { formatSize } from "../size/format";
import { list } from "./arguments";
import type { Command, Invocation } from "./command";
import { type ExitCode, exit, Failure } from "./failure";
import { schema, toJson } from "./json";
import { count } from "./terminal";

export const resolve: Command = {
  name: "resolve",
  operands: "NAME ...",
  summary: "say what apk add would install on a bare Alpine",
  details: [
    "A NAME is whatever apk add takes: a package, a virtual name, so:, pc: or cmd: names, with a version (name=1.2-r0, name~1.2, name>1) or forbidden (!name). What a bare Alpine holds is left out.",
    "What apk would refuse ends with the exit code 3 and apk's reason on standard error.",
  ],
  options: {
    alpine: { value: "RELEASE", summary: "the Alpine release, such as 3.22; by default the newest known" },
    "main-only": { summary: "without the community repository" },
    json: { summary: "print names and bytes as JSON" },
  },
  run,
};

async function run({ options, operands, out, err }: Invocation): Promise<ExitCode> {
  if (operands.length === 0) throw new Failure("resolve takes names of packages. Example: alpinize resolve curl");
  const { alpine } = shippedFacts();
  const release = releaseOf(options.get("alpine"), alpine);
  const closure = alpine.closure(operands, release, [], { mainOnly: options.has("main-only") });
  if (closure.refusal !== undefined) {
    err.line(`unable to select packages: ${closure.refusal}`);
    if (hasApk3(release)) err.line(choice(release));
    return exit.refused;
  }
  const added = closure.packages.map(({ name }) => name);
  if (options.has("json")) {
    out.write(
      toJson({
        schema,
        added,
        installedBytes: closure.installed.bytes ?? null,
        downloadBytes: closure.download.bytes ?? null,
        unknownSizes: closure.unknownSizes,
        basis: closure.installed.basis,
      }),
    );
    return exit.done;
  }
  for (const { name, installed } of closure.packages) out.line(`${name}  ${formatSize(installed)}`);
  out.paragraph(total(closure.installed, closure.download, added.length, release, closure.unknownSizes));
  if (hasApk3(release) && added.length > 0) out.paragraph(choice(release));
  return exit.done;
}

function choice(release: string): string {
  return `Chosen as apk-tools 2.14 does; Alpine ${release} has apk-tools 3.`;
}

function total(installed: Size, download: Size, packages: number, release: string, unknown: readonly string[]): string {
  if (packages === 0) return `A bare Alpine ${release} has it all.`;
  const open = unknown.length > 0 ? ` Not in these figures, as their sizes are unknown: ${unknown.join(", ")}.` : "";
  return `${count(packages, "package")} on Alpine ${release}: ${formatSize(installed)} installed, ${formatSize(download)} to download.${open}`;
}

/** `3.22` of `3.22`, `v3.22` or `3.22.1`. @throws Failure for a release the tables have no packages of. */
function releaseOf(word: string | undefined, { releases, newest }: Facts["alpine"]): string {
  if (word === undefined || word === "latest") return newest;
  const asked = /^v?(\d+\.\d+)(?:\.\d+)?$/.exec(word)?.[1];
  const known = releases.find((release) => release === asked);
  if (known === undefined) throw new Failure(`--alpine takes ${list(releases)}, not ${word}.`);
  return known;
}
