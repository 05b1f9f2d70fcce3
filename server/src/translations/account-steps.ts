import { expandShell } from "../model/shell-variables";
import type { Invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import { debianName, isPackageGroup } from "./account-data";
import { namesUsedBy, type Use } from "./account-uses";
import { Accounts, type Kind } from "./accounts";
import type { CallRewrite } from "./call-rewrite";
import { type OptionValue, quoted } from "./options";
import type { Context } from "./translation";

export function accountsBefore(call: Invocation, context: Context): Accounts {
  return Accounts.before(context, { instruction: context.run.instruction, run: context.run, offset: call.span.start });
}

/** Commands that make accounts; `check`: what the user should know about their ids. */
export interface Creation {
  readonly commands: readonly string[];
  readonly check: string | undefined;
}

/**
 * Makes the users and groups that every Debian image has and Alpine lacks.
 * @param made a package of Alpine's that was just installed may have made the group.
 */
export function creation(
  uses: readonly Use[],
  accounts: Accounts,
  made: "by packages" | undefined = undefined,
): Creation {
  const commands: string[] = [];
  const done = new Set<string>();
  let check: string | undefined;
  const once = ({ kind, name }: Use, command: string) => {
    if (done.has(`${kind} ${name}`)) return;
    done.add(`${kind} ${name}`);
    const test = kind === "user" ? `id -u ${name} > /dev/null 2>&1` : `getent group ${name} > /dev/null`;
    const guarded =
      accounts.isUncertain(kind, name) || isPackageGroup(name) || (made !== undefined && kind === "group");
    commands.push(guarded ? `{ ${test} || ${command}; }` : command);
  };
  const group = (name: string) => {
    if (!accounts.lacks("group", name)) return;
    once({ kind: "group", name }, name === "www-data" ? "addgroup -g 82 -S www-data" : `addgroup -S ${name}`);
  };
  for (const use of uses) {
    if (!accounts.lacks(use.kind, use.name)) continue;
    if (use.name === "ubuntu") {
      once({ ...use, kind: "user" }, "adduser -D -u 1000 ubuntu");
      continue;
    }
    group(use.name);
    if (use.kind === "group") continue;
    if (use.name === "www-data") {
      once(use, "adduser -u 82 -D -S -H -h /var/www -G www-data www-data");
      check =
        "www-data has the id 33 on Debian and 82 on Alpine. Change the owner of files that come from volumes or other images.";
    } else once(use, `adduser -D -S -H -G ${use.name} ${use.name}`);
  }
  return { commands, check };
}

/** Lets the accounts a command names exist before it runs. */
export function requireAccounts(rewrite: CallRewrite, call: Invocation, accounts: Accounts): string | undefined {
  const { commands, check } = creation(namesUsedBy(call), accounts);
  for (const command of commands) rewrite.before(command);
  return check;
}

const numeric = /^\d+$/;

/**
 * A group word as the name that busybox wants, where shadow takes an id too.
 * A word whose value nobody knows is looked up when it runs.
 */
export function groupName(group: OptionValue, accounts: Accounts, { run }: Context): string {
  const { value, text } = group;
  if (group.literal && !numeric.test(value)) return text;
  if (accounts.has("group", value)) return text;
  const byId = accounts.named("group", value);
  if (byId !== undefined) return byId;
  const known = group.literal ? value : knownValue(group, run);
  if (known !== undefined) {
    if (!numeric.test(known)) return text;
    const named = accounts.named("group", known) ?? debianName("group", known);
    if (named !== undefined) return named;
  }
  return `"$(getent group ${text} | cut -d: -f1)"`;
}

/** What a word stands for, as far as ARG, ENV and the shell text itself tell. */
export function knownValue(value: OptionValue, run: Context["run"]): string | undefined {
  if (value.literal) return value.value;
  // The value may be a part of its word: `-u$UID`.
  const values = expandShell(run, { ...value.word, text: value.text, value: value.value, literal: false })?.values;
  return values?.length === 1 ? values[0] : undefined;
}

/** An id that Alpine's base gives to an account Debian lacks becomes free: `ping` has the group id 999. */
export function freeId(
  rewrite: CallRewrite,
  kind: Kind,
  id: OptionValue | undefined,
  accounts: Accounts,
  context: Context,
): void {
  const known = id && knownValue(id, context.run);
  if (known === undefined) return;
  const name = accounts.alpineOnly(kind, { id: known });
  if (name !== undefined) rewrite.before(remove(kind, name, accounts));
}

/** A name that Alpine's base has and Debian's lacks becomes free. */
export function freeName(rewrite: CallRewrite, kind: Kind, { value }: ShellWord, accounts: Accounts): boolean {
  const name = accounts.alpineOnly(kind, { name: value });
  if (name !== undefined) rewrite.before(remove(kind, name, accounts));
  return name !== undefined;
}

/** busybox's `deluser` takes the group of the same name with it. */
function remove(kind: Kind, name: string, accounts: Accounts): string {
  return kind === "user" || accounts.has("user", name) ? `deluser ${name}` : `delgroup ${name}`;
}

/** Folders of Alpine's base that homes are made in. */
const folders: ReadonlySet<string> = new Set(
  "/ /home /opt /srv /usr /usr/local /usr/local/bin /usr/local/lib /usr/local/share /usr/share /usr/lib /var /var/cache /var/lib /var/log /var/opt /var/run /var/spool /run /mnt /media /tmp /etc /root".split(
    " ",
  ),
);

/** The folder a home needs to be made in, as a shell word; busybox makes the last folder of the path only. */
export function missingParent(home: OptionValue, { run }: Context): string | undefined {
  const known = knownValue(home, run);
  if (known === undefined) return home.text;
  const path = known.replace(/\/+$/, "");
  const parent = path.slice(0, path.lastIndexOf("/")) || "/";
  if (!path.startsWith("/") || folders.has(parent)) return undefined;
  return home.literal ? quoted(parent) : home.text;
}

/** The commands that put a user into further groups; undefined when the list cannot be taken apart. */
export function groupJoins(
  user: ShellWord,
  list: OptionValue,
  accounts: Accounts,
  context: Context,
): string[] | undefined {
  const groups = list.literal || accounts.has("group", list.value) ? list.value.split(",") : undefined;
  return groups
    ?.map((group) => group.trim())
    .filter(Boolean)
    .map((value) => {
      const text = list.literal ? quoted(value) : list.text;
      return `addgroup ${user.text} ${groupName({ ...list, value, text }, accounts, context)}`;
    });
}

/** Membership of `sudo` means nothing until sudoers says so, as Debian's own does and Alpine's does not. */
export function sudoCheck(groups: string | undefined, { file }: Context): string | undefined {
  if (!groups?.split(",").includes("sudo") || /%sudo\b/.test(file.text)) return undefined;
  return "Alpine's sudoers gives the group `sudo` no rights. Write `%sudo ALL=(ALL) ALL` into a file below /etc/sudoers.d.";
}
