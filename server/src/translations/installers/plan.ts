import type { Facts, Release } from "../../facts/types";
import type { Build, Stage } from "../../model/build";
import { type Call, callsOf, isConditional } from "../../model/calls";
import { type Download, downloadsOf } from "../../model/downloads";
import { isShell } from "../../shell/invocation";
import type { ShellCommand } from "../../shell/types";
import { PlansOfStages } from "../plans-of-stages";
import { type Installer, installers } from "./installers";

/** An installer that Alpine's packages take the place of. */
export interface PackagedInstaller {
  readonly installer: Installer;
  readonly download: Download;
  readonly packages: readonly string[];
  /** What fetched it, unpacked it, ran it and deleted it: needless now. */
  readonly commands: ReadonlySet<ShellCommand>;
}

const plans = new PlansOfStages<readonly PackagedInstaller[]>();

/**
 * The installers of a stage that packages can take the place of. One is left alone as soon as any command is not understood that
 * has to do with its files.
 * @param release the Alpine the stage will stand on.
 */
export function installerPlan(
  stage: Stage,
  build: Build,
  facts: Facts,
  release: Release,
): readonly PackagedInstaller[] {
  return plans.get(stage, release, () => makePlan(stage, build, facts, release));
}

function makePlan(stage: Stage, build: Build, facts: Facts, release: Release): PackagedInstaller[] {
  return downloadsOf(stage).flatMap((download) => {
    const installer = installers.find(({ address }) => address.test(download.url));
    if (!installer?.packages.every((name) => facts.alpine.resolves(name, release))) return [];
    const commands = commandsOf(download, installer, stage, build);
    if (!commands) return [];
    const extras = (installer.extras ?? []).filter((name) => facts.alpine.resolves(name, release));
    return [{ installer, download, packages: [...installer.packages, ...extras], commands }];
  });
}

/** @returns undefined when they are not the usual ones, or something else needs what they leave. */
function commandsOf(
  { file, by }: Download,
  installer: Installer,
  stage: Stage,
  build: Build,
): Set<ShellCommand> | undefined {
  if (!by || isConditional(by.call) || usesOwnFolder(installer, build)) return undefined;
  const { command } = by.call;
  const { pipeline } = command.step;
  if (file === undefined) {
    const [, shell, ...others] = pipeline;
    const isPiped = pipeline[0] === command && shell && others.length === 0 && !installer.unpacked;
    const runs = isPiped && callsOf(by.run).find((call) => call.command === shell);
    return runs && isShell(runs.name) && runs.args.every(({ value }) => /^-[s]?$/.test(value)) && isPlain(runs)
      ? new Set([command, shell])
      : undefined;
  }
  if (pipeline.length > 1) return undefined;
  const files = new OwnFiles(file, installer);
  const found = new Set([command]);
  let ran = false;
  for (const call of stage.runs.flatMap(callsOf)) {
    if (call.command === command || !files.concern(call)) continue;
    const what = files.use(call);
    if (what === undefined || isConditional(call) || !isPlain(call)) return undefined;
    if (what === "run") ran = true;
    if (what !== "left") found.add(call.command);
  }
  return ran ? found : undefined;
}

/** A link into the installer's folder, a copy of it, or a PATH that has it. */
function usesOwnFolder({ own }: Installer, { stages }: Build): boolean {
  if (own === undefined) return false;
  const inside = new RegExp(`/${own}/`);
  const itself = new RegExp(`/${own}(?![\\w.-])`);
  return stages
    .flatMap(({ instructions }) => instructions)
    .some(({ name, args }) => (name === "RUN" ? inside : itself).test(args.text));
}

/** No variable is set for it alone (`VERSION=1 sh ...`), and it stands in no pipeline whose other end would be left. */
function isPlain({ command }: Call): boolean {
  return command.assignments.length === 0 && command.redirects.every(({ operator }) => !operator.startsWith("<"));
}

/** The files that an installer comes in, as the commands of a stage name them. */
class OwnFiles {
  readonly #file: string;
  readonly #installer: Installer;

  constructor(file: string, installer: Installer) {
    this.#file = file.slice(file.lastIndexOf("/") + 1);
    this.#installer = installer;
  }

  /** The command names one of them. */
  concern({ program, args, command }: Call): boolean {
    const targets = command.redirects.flatMap(({ target }) => target?.value ?? []);
    return this.#isInstaller(program) || [...args.map(({ value }) => value), ...targets].some((one) => this.#owns(one));
  }

  /** What it does with them; undefined: nobody knows. */
  use(call: Call): "run" | "gone" | "left" | undefined {
    const { name, program } = call;
    const words = call.args.map(({ value }) => value);
    const operands = words.filter((word) => !word.startsWith("-"));
    const options = words.filter((word) => word.startsWith("-"));
    if (this.#isInstaller(program)) return this.#installer.options.test(words.join(" ")) ? "run" : undefined;
    const [first, ...others] = operands;
    if (isShell(name) && first !== undefined && options.every((one) => /^-[eux]+$/.test(one))) {
      const runs = this.#installer.unpacked ? this.#isInstaller(first) : this.#isFile(first);
      return runs && this.#installer.options.test(words.slice(words.indexOf(first) + 1).join(" ")) ? "run" : undefined;
    }
    if (name === "unzip") return first !== undefined && this.#isFile(first) && others.length === 0 ? "gone" : undefined;
    if (name === "chmod") return operands.slice(1).every((one) => this.#owns(one)) ? "gone" : undefined;
    if (name !== "rm") return undefined;
    if (operands.every((one) => this.#owns(one))) return "gone";
    return options.some((one) => /^(-[a-zA-Z]*f|--force$)/.test(one)) ? "left" : undefined;
  }

  #isInstaller(word: string): boolean {
    const { unpacked } = this.#installer;
    if (!unpacked) return word.includes("/") && this.#isFile(word);
    return new RegExp(`(^|/)${unpacked.folder}/${unpacked.installs}$`).test(word);
  }

  #isFile(word: string): boolean {
    return word.slice(word.lastIndexOf("/") + 1) === this.#file;
  }

  /** The file, or something in the folder that it is unpacked to: `aws*`, `/tmp/aws`. */
  #owns(word: string): boolean {
    const folder = this.#installer.unpacked?.folder;
    if (this.#isFile(word)) return true;
    return folder !== undefined && new RegExp(`^(\\.?/|/tmp/|/root/)?${folder}(/.*|\\*.*)?$`).test(word);
  }
}
