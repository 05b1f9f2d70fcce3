import type { CopiedFile } from "../manifests/copied-files";
import { installsOf } from "../manifests/installs";
import { type Call, callsOf } from "../model/calls";
import { sourceSpan } from "../model/run";
import { isShell } from "../shell/invocation";
import { needsOfScript, type ScriptNeed } from "../translations/scripts";
import type { StageContext } from "../translations/translation";
import type { Note, RunConversion } from "./run-conversion";

/** What comes of the scripts of the build context that RUNs start. */
export interface RunScripts {
  readonly checks: readonly Note[];
  /** Said where the script runs, so that it need not be said where it is copied. */
  isTold(need: ScriptNeed): boolean;
}

const installer = /^(apt|apt-get|aptitude|dpkg)$/;

/** They run while the image is built, so that a program that is missing ends the build, or packages are missing behind it. */
export function convertRunScripts(runs: readonly RunConversion[], context: StageContext): RunScripts {
  const checks: Note[] = [];
  const told = new Set<string>();
  let isOneMissing = false;
  for (const run of runs) {
    for (const call of callsOf(run.run)) {
      const path = scriptOf(call);
      if (path === undefined) continue;
      const file = fileAt(path, call, context);
      const span = sourceSpan(call.within, call.span);
      if (!file) {
        if (isOneMissing || !isBrought(path, call, context)) continue;
        isOneMissing = true;
        const message = `${path} was not found in the build context, so what it calls is not known. If it installs packages with apt-get, or calls what Alpine lacks, change it.`;
        checks.push({ span, message });
        continue;
      }
      for (const need of needsOfScript(file, run.run.instruction, context)) {
        const { name, program, conditional, message } = need;
        if (name !== undefined) run.need(name, call.within === run.run ? call.span : { start: 0, end: 0 });
        else if (!told.has(keyOf(need))) {
          told.add(keyOf(need));
          const ends = installer.test(program) || endsAtFailure(file.text);
          if (conditional || !ends) checks.push({ span, message });
          else run.stops.push({ span, message, leftOut: undefined });
        }
      }
    }
  }
  return { checks, isTold: (need) => need.name === undefined && told.has(keyOf(need)) };
}

function keyOf({ script, program }: ScriptNeed): string {
  return `${script} ${program}`;
}

/** `set -e`, also behind the first line's program. */
function endsAtFailure(text: string): boolean {
  return /^#!.*\s-\w*e|^\s*set\s+(?:-\w+\s+)*(?:-\w*e|-o\s+errexit)/m.test(text);
}

/** The file that a command reads as a script: `./install.sh`, `bash install.sh`, `. setup.sh`. */
function scriptOf({ name, program, args }: Call): string | undefined {
  const reads = isShell(name) || name === "source" || name === ".";
  if (reads && args.some(({ value }) => /^-\w*[cs]/.test(value))) return undefined;
  const path = reads ? args.find(({ value }) => !/^[-+]/.test(value))?.value : program;
  return path === undefined || /[$*?`]/.test(path) ? undefined : path;
}

const folders = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

function fileAt(path: string, call: Call, { build, stage, workspace }: StageContext): CopiedFile | undefined {
  const installs = installsOf(build, workspace);
  if (path.includes("/") || path !== call.program) return installs.placeOf(call, call.within, stage).read(path);
  for (const folder of folders) {
    const file = installs.files.readAt(`${folder}/${path}`, stage);
    if (file) return file;
  }
  return undefined;
}

function isBrought(path: string, call: Call, { build, stage, workspace }: StageContext): boolean {
  return /\.(sh|bash)$/.test(path) && installsOf(build, workspace).comesFromContext(path, call, stage);
}
