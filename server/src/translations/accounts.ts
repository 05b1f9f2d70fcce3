import type { Instruction } from "../dockerfile/types";
import { aptInstalled, bareName } from "../model/apt-installed";
import type { Stage } from "../model/build";
import { withNested } from "../model/nested";
import { packageChanges } from "../model/packages";
import { rootImage } from "../model/platform";
import type { Run } from "../model/run";
import { type Invocation, invocation } from "../shell/invocation";
import { alpineAccounts, type BaseAccount, debianName, imageAccounts, isDebianAccount } from "./account-data";
import {
  busyboxAddgroupOptions,
  busyboxAdduserOptions,
  debianAddgroupOptions,
  debianAdduserOptions,
  groupaddOptions,
  groupmodOptions,
  useraddOptions,
  usermodOptions,
} from "./account-options";
import { usersOfScripts } from "./account-scripts";
import { usersOfSettings } from "./account-settings";
import { namesUsedBy, namesUsedByInstruction, type Use, withKnownWords } from "./account-uses";
import { usersOf } from "./layout";
import { type Option, readOptions } from "./options";
import type { StageContext } from "./translation";

export type Kind = "user" | "group";

/** A user or group that a command of the Dockerfile makes. */
interface Made {
  readonly kind: Kind;
  /** Without quotes; a variable stays as written. */
  readonly name: string;
  readonly text: string;
  readonly id: string | undefined;
  /** Offset of the command. */
  readonly at: number;
  readonly by: "alpine" | "image" | "file";
}

interface Used {
  readonly kind: Kind;
  readonly name: string;
  readonly at: number;
  readonly conditional: boolean;
}

/** A place in a stage: an instruction, and an offset in its shell text. */
export interface Place {
  readonly instruction: Instruction;
  /** The shell text that the offset is in, where it is not the instruction's own: `bash -c "..."`. */
  readonly run?: Run;
  readonly offset: number;
}

/** Where the base has no www-data, packages of these make the group (aports, main/apache2, apache2.pre-install). */
const webServer = /^(apache2|libapache2-mod-.*|nginx(-.*)?|lighttpd|php[\d.]*-fpm)$/;

/** What exists on Alpine when a command runs, and what the Dockerfile counts on. */
export class Accounts {
  private constructor(
    private readonly made: readonly Made[],
    private readonly used: readonly Used[],
    /** Ubuntu's images have had a user of that name since 23.04. */
    private readonly ofUbuntu: boolean,
    /** A package of Alpine's that makes the group www-data may be there. */
    private readonly hasServer: boolean,
  ) {}

  /** The state before a place of the stage, after all that its parent stages and the image have brought. */
  static before(context: StageContext, place: Place): Accounts {
    const image = rootImage(context.stage)?.image;
    const made: Made[] = [
      ...alpineAccounts(context.release).map((account) => fromBase(account, "alpine")),
      ...imageAccounts(image).map((account) => fromBase(account, "image")),
    ];
    const used: Used[] = [];
    const { source } = context;
    const ofUbuntu = source?.name === "ubuntu" && Number(source.release) >= 23.04;
    const hasServer = aptInstalled(context.stage).some((name) => webServer.test(name));
    for (const stage of lineage(context.stage)) {
      const runs = new Map(stage.runs.map((run) => [run.instruction, run]));
      for (const instruction of stage.instructions) {
        const here = instruction === place.instruction;
        const own = runs.get(instruction);
        const texts = here && place.run ? [place.run] : own ? withNested(own) : [];
        const before = ({ at }: { at: number }) => !here || at < place.offset;
        made.push(...texts.flatMap(madeIn).filter(before));
        used.push(
          ...(own ? texts.flatMap(usedIn) : usedByInstruction(instruction, { ...context, stage })).filter(before),
        );
        if (here) return new Accounts(made, used, ofUbuntu, hasServer);
      }
    }
    return new Accounts(made, used, ofUbuntu, hasServer);
  }

  has(kind: Kind, name: string): boolean {
    return this.made.some((account) => account.kind === kind && account.name === name);
  }

  /** The name of the account with that id, as a shell word; ids that are variables are told by their names. */
  named(kind: Kind, id: string): string | undefined {
    return this.made.findLast((account) => account.kind === kind && account.id === id)?.text;
  }

  /** An account that Alpine's base has and Debian's lacks: a Dockerfile that makes its like would fail. */
  alpineOnly(kind: Kind, { name, id }: { name?: string; id?: string }): string | undefined {
    return this.made.find(
      (account) =>
        account.by === "alpine" &&
        account.kind === kind &&
        (name === undefined ? account.id === id && debianName(kind, id ?? "") === undefined : account.name === name) &&
        !isDebianAccount(kind, account.name),
    )?.name;
  }

  /** A user or group of Debian's base that is not there yet, and that nothing before this place had to make. */
  lacks(kind: Kind, name: string): boolean {
    // Its group comes and goes with it.
    if (this.ofUbuntu && name === "ubuntu")
      return !this.has("user", name) && !this.used.some((use) => use.name === name && !use.conditional);
    if (!isDebianAccount(kind, name) || this.has(kind, name)) return false;
    // A user is made with its group.
    return !this.used.some(
      (use) => (use.kind === kind || use.kind === "user") && use.name === name && !use.conditional,
    );
  }

  /** True when a command that may not have run was the first to count on it, or a package may have made it. */
  isUncertain(kind: Kind, name: string): boolean {
    if (this.hasServer && kind === "group" && name === "www-data") return true;
    return this.used.some((use) => use.kind === kind && use.name === name);
  }
}

function fromBase({ kind, name, id }: BaseAccount, by: Made["by"]): Made {
  return { kind, name, text: name, id: String(id), at: 0, by };
}

/** A stage's ancestors, the farthest first, and itself. */
function lineage(stage: Stage): Stage[] {
  const line: Stage[] = [];
  for (let at: Stage | undefined = stage; at && !line.includes(at); at = at.base.stage) line.unshift(at);
  return line;
}

const madeByRun = new WeakMap<Run, readonly Made[]>();
const usedByRun = new WeakMap<Run, readonly Used[]>();

function madeIn(run: Run): readonly Made[] {
  const known = madeByRun.get(run) ?? run.script.commands.flatMap((command) => madeBy(invocation(command)));
  madeByRun.set(run, known);
  return known;
}

function usedIn(run: Run): readonly Used[] {
  const known = usedByRun.get(run) ?? [
    ...run.script.commands.flatMap((command) => {
      const call = invocation(command);
      return namesUsedBy(withKnownWords(call, run)).map((use) => ({
        ...use,
        at: call.span.start,
        conditional: command.conditional,
      }));
    }),
    ...neededByPackages(run),
  ];
  usedByRun.set(run, known);
  return known;
}

/** Who software runs as that is installed here. */
function neededByPackages(run: Run): Used[] {
  return packageChanges(run)
    .filter(({ manager, action }) => manager === "apt" && action === "add")
    .flatMap(({ names, call }) =>
      usersOf(names.map(({ name }) => bareName(name))).flatMap((name) =>
        (["user", "group"] as const).map((kind) => ({
          kind,
          name,
          at: call.span.start,
          conditional: call.command.conditional,
        })),
      ),
    );
}

/** What an instruction other than RUN names itself, and by the files that it brings or starts. */
export function usesOf(instruction: Instruction, context: StageContext): readonly Use[] {
  return [
    ...namesUsedByInstruction(instruction),
    ...usersOfSettings(instruction, context),
    ...usersOfScripts(instruction, context),
  ];
}

function usedByInstruction(instruction: Instruction, context: StageContext): readonly Used[] {
  return usesOf(instruction, context).map((use) => ({ ...use, at: 0, conditional: false }));
}

/** What a command makes, by Debian's words or by busybox's. */
function madeBy(call: Invocation): Made[] {
  const at = call.span.start;
  const make = (kind: Kind, word: { value: string; text: string } | undefined, id?: Option): Made[] =>
    word ? [{ kind, name: word.value, text: word.text, id: id?.value?.value, at, by: "file" }] : [];
  switch (call.name) {
    case "useradd": {
      const options = readOptions(call.args, useraddOptions);
      const [name] = options.operands;
      const own = !options.has("g") && !options.has("N");
      return [...make("user", name, options.get("u")), ...(own ? make("group", name, options.get("u")) : [])];
    }
    case "groupadd": {
      const options = readOptions(call.args, groupaddOptions);
      return make("group", options.operands[0], options.get("g"));
    }
    case "adduser":
      return madeByAdduser(call, make);
    case "addgroup": {
      const debian = readOptions(call.args, debianAddgroupOptions);
      const options = debian.unknown.length === 0 ? debian : readOptions(call.args, busyboxAddgroupOptions);
      const id = options.get("gid") ?? options.get("g");
      return options.operands.length === 1 ? make("group", options.operands[0], id) : [];
    }
    case "usermod": {
      const options = readOptions(call.args, usermodOptions);
      const name = options.get("l")?.value ?? (options.has("u") ? options.operands[0] : undefined);
      return make("user", name, options.get("u"));
    }
    case "groupmod": {
      const options = readOptions(call.args, groupmodOptions);
      return make("group", options.get("n")?.value ?? options.operands[0], options.get("g"));
    }
    default:
      return [];
  }
}

type Make = (kind: Kind, word: { value: string; text: string } | undefined, id?: Option) => Made[];

function madeByAdduser({ args }: Invocation, make: Make): Made[] {
  const debian = readOptions(args, debianAdduserOptions);
  const isDebian = debian.unknown.length === 0;
  const options = isDebian ? debian : readOptions(args, busyboxAdduserOptions);
  const [name, group] = options.operands;
  if (group) return [];
  const uid = options.get("uid") ?? options.get("u");
  const system = options.has("system") || options.has("S");
  if (options.has("group")) {
    return [...(system ? make("user", name, uid) : []), ...make("group", name, options.get("gid") ?? uid)];
  }
  const own = !system && !options.has("ingroup") && !options.has("G") && !options.has("gid");
  return [...make("user", name, uid), ...(own ? make("group", name, uid) : [])];
}
