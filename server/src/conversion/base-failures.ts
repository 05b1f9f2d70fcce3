import type { Facts, Release, Remark } from "../alpinize";
import type { Instruction } from "../dockerfile/types";
import type { Build, Stage } from "../model/build";
import type { Run } from "../model/run";
import { listed } from "../rules/shared/sentences";
import { invocation } from "../shell/invocation";
import { debianPrograms } from "../translations/debian-only";
import { installerPlan } from "../translations/installers/plan";
import { muslPlan } from "../translations/musl-builds/plan";
import type { ConversionOptions } from "./index";
import { convertStage, type StageConversion } from "./stage";
import type { Tree } from "./trees";

/** What the level `base` leaves to fail: a trial of the next level says it. */
export function failuresOf(tree: Tree, build: Build, options: ConversionOptions): Remark[] {
  if (tree.base.kind !== "alpine") return [];
  const remarks: Remark[] = [];
  for (const stage of tree.stages) {
    const { stops, edits, lacks } = convertStage(stage, tree.base, new Set(), {
      ...options,
      build,
      level: "packages",
    });
    const told = new Set<Instruction>();
    const hazards = tree.base.already ? [] : options.hazards.in(stage);
    for (const { span, message } of [...hazards, ...stops]) remarks.push({ kind: "check", span, message });
    for (const run of stage.runs) {
      const { span } = run.instruction;
      const program = missingProgram(run);
      if (program === undefined || stops.some((stop) => stop.instruction === run.instruction)) continue;
      if (!edits.some((edit) => edit.span.start >= span.start && edit.span.end <= span.end + 2)) continue;
      const message = `\`${program}\` does not exist on Alpine, so this step will fail there. The level packages translates it.`;
      remarks.push({ kind: "check", span: run.command.nameSpan, message });
      told.add(run.instruction);
    }
    for (const { instruction } of stops) told.add(instruction);
    if (!tree.base.already) {
      const { release } = tree.base;
      for (const { download } of installerPlan(stage, build, options.facts, release)) told.add(download.instruction);
      remarks.push(...lacking(lacks, stage, told), ...forGlibc(stage, build, options.facts, release));
    }
  }
  return remarks;
}

/** Downloads for glibc that the next level takes from elsewhere. */
function forGlibc(stage: Stage, build: Build, facts: Facts, release: Release): Remark[] {
  const others = [
    ...muslPlan(stage, build, release).replaced.map(({ download, build: { name, becomes } }) => ({
      download,
      name,
      becomes,
    })),
    ...installerPlan(stage, build, facts, release).map(({ download, installer: { name }, packages }) => ({
      download,
      name,
      becomes: `the package${packages.length > 1 ? "s" : ""} ${listed(packages)}`,
    })),
  ];
  return others.map(({ download, name, becomes }) => ({
    kind: "check",
    span: download.span,
    message: `${name} is built for glibc here and will not start on Alpine. The level packages makes it ${becomes}.`,
  }));
}

/** What the next level adds, where nothing else is said of the instruction. */
function lacking(lacks: StageConversion["lacks"], stage: Stage, told: ReadonlySet<Instruction>): Remark[] {
  const open = lacks.filter(({ name, instruction }) => !name.includes("$") && !told.has(instruction));
  return [...new Set(open.map(({ instruction }) => instruction))].map((instruction) => {
    const names = [...new Set(open.filter((one) => one.instruction === instruction).map(({ name }) => name))];
    const what = instruction === stage.from ? "The container" : "This step";
    const message = `${what} needs the package${names.length > 1 ? "s" : ""} ${listed(names)}, which Alpine's image does not have. The level packages adds ${names.length > 1 ? "them" : "it"}.`;
    return { kind: "check", span: instruction.nameSpan, message };
  });
}

/** The first program of Debian's that a RUN starts. */
function missingProgram(run: Run): string | undefined {
  const own = run.script.commands.map((command) => invocation(command).name).find((name) => debianPrograms.has(name));
  return own ?? /\b(?:apt-get|aptitude|dpkg)\b/.exec(run.cooked.text)?.[0];
}
