import { compareReleases } from "../facts/releases";
import { goVerb } from "../manifests/go/installs";
import { installsOf } from "../manifests/installs";
import type { Invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import type { Context, Outcome, Translation } from "./translation";

/** The `install` word of a call of pip; undefined when it is none. */
export function pipInstall({ name, args }: Invocation): ShellWord | undefined {
  if (/^pip-?[\d.]*$/.test(name)) return args[0]?.value === "install" ? args[0] : undefined;
  if (!/^python[\d.]*$/.test(name) || args[0]?.value !== "-m" || args[1]?.value !== "pip") return undefined;
  return args[2]?.value === "install" ? args[2] : undefined;
}

/**
 * Alpine's own Python, from 3.19 on, lets pip install outside of a virtual environment only when it is told so; Debian's does
 * since bookworm. The official python images let it always.
 */
export const externallyManaged: Translation = {
  programs: ["pip", "pip2", "pip3", "python", "python3"],
  translate(call, { family, run, release }): Outcome | undefined {
    const isOwn = family === "python" || compareReleases(release, "3.19") < 0;
    const install = isOwn ? undefined : pipInstall(call);
    if (
      !install ||
      call.program.includes("/") ||
      run.variables.has("PIP_BREAK_SYSTEM_PACKAGES") ||
      run.variables.has("VIRTUAL_ENV")
    )
      return undefined;
    const has = (option: string) => call.args.some(({ value }) => value === option || value.startsWith(`${option}=`));
    if (has("--break-system-packages") || has("--target") || has("-t") || has("--prefix") || usesVenv(run))
      return undefined;
    const at = install.span.end;
    return { edits: [{ span: { start: at, end: at }, newText: " --break-system-packages" }] };
  },
};

/** confluent-kafka-go brings a librdkafka for glibc and one for musl, and takes the latter when it is told so by a tag. */
export const kafkaTag: Translation = {
  programs: ["go"],
  translate(call, { build, stage, run, workspace }): Outcome | undefined {
    const verb = goVerb(call);
    if (!verb || call.args.some(({ value }) => /^--?tags(=|$)/.test(value))) return undefined;
    const installs = installsOf(build, workspace).of(run, stage);
    const bringsIt = installs.some(
      (install) =>
        install.call.span.start === call.span.start &&
        install.requirement.name === "github.com/confluentinc/confluent-kafka-go",
    );
    const at = verb.span.end;
    return bringsIt ? { edits: [{ span: { start: at, end: at }, newText: " -tags musl" }] } : undefined;
  },
};

function usesVenv(run: Context["run"]): boolean {
  return (
    /\b(venv|virtualenv|bin\/activate)\b/.test(run.script.text) ||
    /venv|virtualenv/.test(run.variables.get("PATH") ?? "")
  );
}
