import { cut } from "../dockerfile/cut";
import { apkCall } from "../model/apk-call";
import { aptInstalled, bareName } from "../model/apt-installed";
import { isRoot } from "../model/run";
import { namedAt } from "../model/working-folder";
import { invocation } from "../shell/invocation";
import { keepRuntimeLibraries } from "../translations/runtime-libraries";
import type { Definition } from "./definitions";
import type { Plan } from "./groups";
import { isRemark, type PackageUnit } from "./package-units";
import type { Installation, Removal, RunConversion } from "./run-conversion";

/** Names of virtual packages, each once in a RUN: a second `apk add --virtual` of one name replaces what it held. */
class VirtualNames {
  readonly used: string[] = [];
  readonly #taken: Set<string>;

  /** @param text the RUN's own, which may have such names already. */
  constructor(text: string) {
    this.#taken = new Set(text.match(/\.build-deps(?:-\d+)?(?![\w-])/g));
  }

  next(): string {
    for (let count = 1; ; count++) {
      const name = count === 1 ? ".build-deps" : `.build-deps-${count}`;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      this.used.push(name);
      return name;
    }
  }
}

type Deletes = (name: string) => boolean;

/**
 * Writes what becomes of the packages of one RUN.
 * @param plan undefined: everything stays in the image.
 * @param earlier Alpine packages that earlier RUNs of the stage, or its base image, have installed; those of this RUN are added.
 * @param deletes packages that need no removal of the author's any more.
 */
export function writePackages(
  conversion: RunConversion,
  plan: Plan | undefined,
  earlier: Set<string>,
  deletes: Deletes = (name) => plan?.deletes(name) === true,
): void {
  const names = new VirtualNames(conversion.run.script.text);
  const added = addedHere(conversion);
  const missing = [...conversion.needs.keys()].filter((name) => !earlier.has(name) && !added.has(name));
  // What commands of this RUN need is there for this RUN alone.
  const moved = plan ? [...new Set([...plan.moved(conversion), ...missing])] : [];
  const firstUse = Math.min(...missing.map((name) => conversion.needs.get(name)?.start ?? 0));
  const isInTime = ({ fixed, call }: Installation) => !fixed && call.span.start < firstUse;
  // One virtual package for all, where the RUN makes one of its own anyway.
  const ownGroup = conversion.installations.find((one) => isInTime(one) && hasGroup(one, plan));
  if (moved.length > 0 && !ownGroup) conversion.rewrite.prepend(addLines(moved, names.next(), conversion));
  const needs = [...[...conversion.stays].filter((name) => !earlier.has(name)), ...(plan ? [] : missing)];
  const host = conversion.installations.find(
    (one) => !one.fixed && (plan || isInTime(one)) && (one !== ownGroup || keepsSome(one, plan)) && hasPackages(one),
  );
  if (!host && needs.length > 0) conversion.rewrite.prepend(addLines(needs, undefined, conversion));
  const grouped: string[] = [...moved];
  for (const installation of conversion.installations) {
    const more = { group: installation === ownGroup ? moved : [], stay: installation === host ? needs : [] };
    grouped.push(...writeInstallation(conversion, installation, plan, names, more));
    for (const unit of installation.units)
      if ((plan?.place(unit) ?? "stay") === "stay") for (const name of unit.packages) earlier.add(name);
  }
  for (const name of needs) earlier.add(name);
  for (const { units } of [...conversion.installations, ...conversion.removals]) {
    for (const { definition } of units) if (definition) writeDefinition(conversion, definition);
  }
  writeRemovals(conversion, { plan, deletes }, names, grouped, earlier);
}

/** What the RUN adds with apk already, and may delete again. */
function addedHere({ run }: RunConversion): ReadonlySet<string> {
  return new Set(
    run.script.commands
      .map((command) => apkCall(invocation(command)))
      .flatMap((apk) => (apk?.action === "add" ? apk.operands.map(({ value }) => value) : [])),
  );
}

/** Packages of it are deleted in the same RUN. */
function hasGroup({ units }: Installation, plan: Plan | undefined): boolean {
  return units.some((unit) => unit.packages.length > 0 && plan?.place(unit) === "group");
}

/** Not all packages of it are deleted again. */
function keepsSome({ units }: Installation, plan: Plan | undefined): boolean {
  return units.some((unit) => unit.packages.length > 0 && (plan?.place(unit) ?? "stay") === "stay");
}

function hasPackages({ units }: Installation): boolean {
  return units.some(({ packages }) => packages.length > 0);
}

/** Packages that are added besides those of a command's own words. */
interface More {
  readonly group: readonly string[];
  readonly stay: readonly string[];
}

/** @returns the packages of the virtual package that was made. */
function writeInstallation(
  conversion: RunConversion,
  installation: Installation,
  plan: Plan | undefined,
  names: VirtualNames,
  more: More,
): string[] {
  const { rewrite } = conversion;
  const { call, units } = installation;
  const withPackages = units.filter(({ packages }) => packages.length > 0);
  const stay = withPackages.filter((unit) => (plan?.place(unit) ?? "stay") === "stay");
  const group = withPackages.filter((unit) => plan?.place(unit) === "group");
  const hasMore = more.group.length + more.stay.length > 0;
  if (installation.isApk && !hasMore && stay.length === withPackages.length) return [];
  if (installation.isApk) dropUpdates(conversion);
  // The longer list stays where it is, with its layout and its comments.
  const groupInPlace = group.length > 0 && (stay.length === 0 || group.length > stay.length);
  const inPlace = groupInPlace ? group : stay;
  const other = groupInPlace ? stay : group;
  const [moreInPlace, moreElsewhere] = groupInPlace ? [more.group, more.stay] : [more.stay, more.group];
  if (inPlace.length === 0 && !hasMore) {
    rewrite.remove(call.command.step);
    return [];
  }
  const virtual = group.length > 0 ? names.next() : undefined;
  const head = [addCommand(conversion, installation, groupInPlace ? virtual : undefined), ...moreInPlace].join(" ");
  rewrite.replace({ start: call.span.start, end: installation.words.verbEnd }, head);
  writeWords(conversion, installation, new Set(inPlace), new Set(moreInPlace));
  const elsewhere = [...new Set([...moreElsewhere, ...other.map(({ text }) => text)])].filter((text) => text !== "");
  if (elsewhere.length > 0) {
    const text = rewrite.separate(addLines(elsewhere, groupInPlace ? undefined : virtual, conversion));
    rewrite.replace({ start: call.span.end, end: call.span.end }, text);
  }
  return group.flatMap(({ packages }) => packages);
}

/** `apk update && apk add`: what is written instead fetches the index for itself. */
function dropUpdates({ rewrite, run }: RunConversion): void {
  for (const command of run.script.commands) {
    const { step, conditional } = command;
    if (!conditional && step.command === command && apkCall(invocation(command))?.action === "update")
      rewrite.remove(step);
  }
}

function addCommand({ run }: RunConversion, { call }: Installation, virtual: string | undefined): string {
  const sudo = call.asRoot && !isRoot(run.user) ? "sudo " : "";
  return `${sudo}apk add --no-cache${virtual ? ` --virtual ${virtual}` : ""}`;
}

/** Translates the words that stay in place, and takes out all others: options, needless and moved packages, repetitions. */
function writeWords(
  { rewrite }: RunConversion,
  { call, units, words, isApk }: Installation,
  inPlace: ReadonlySet<PackageUnit>,
  written: Set<string>,
): void {
  let end = words.verbEnd;
  for (const word of call.args.filter(({ span }) => span.start >= words.verbEnd)) {
    if (isRemark(word)) {
      end = word.span.end;
      continue;
    }
    const own = units.filter((unit) => unit.word === word && inPlace.has(unit));
    const text = own
      .map((unit) => textOf(unit, written, isApk))
      .join(" ")
      .trim();
    if (text === "") rewrite.replace({ start: end, end: word.span.end }, "");
    else if (text !== word.text) rewrite.replace(word.span, text);
    end = word.span.end;
  }
}

/** Translates a list of packages where it is set; several installations may share it. */
function writeDefinition({ rewrite, run, context }: RunConversion, { instruction, names }: Definition): void {
  let end: number | undefined;
  for (const { raw, span, packages } of names) {
    const newText = packages.join(" ");
    if (newText === "") {
      const whole = { start: end !== undefined && end < span.start ? end : span.start, end: span.end };
      for (const edit of cut(context.file, instruction ?? run.command, whole, true)) rewrite.edit(edit);
    } else if (newText !== raw) rewrite.edit({ span, newText });
    end = span.end;
  }
}

/** The packages of a word that were not written before it. */
function textOf({ definition, text, packages }: PackageUnit, written: Set<string>, isApk: boolean): string {
  if (definition) return text;
  if (isApk) return packages.every((name) => written.has(name)) ? "" : text;
  const fresh = packages.filter((name) => !written.has(name));
  for (const name of fresh) written.add(name);
  return fresh.join(" ");
}

/** `apk add` with its packages, on as many lines as they take. */
function addLines(packages: readonly string[], virtual: string | undefined, { rewrite }: RunConversion): string[] {
  const head = `apk add --no-cache${virtual ? ` --virtual ${virtual}` : ""}`;
  // `gcc musl-dev` is the text of one name, and `musl-dev` may be that of another.
  const names = [...new Set(packages.flatMap((text) => text.split(" ")))];
  const line = names.join(" ");
  if (head.length + line.length < 70 || rewrite.layout.inline) return [`${head} ${line}`];
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + name.length < 76) lines[lines.length - 1] = `${last} ${name}`;
    else lines.push(`${rewrite.layout.indent}    ${name}`);
  }
  return [head, ...lines];
}

function writeRemovals(
  conversion: RunConversion,
  { plan, deletes }: { readonly plan: Plan | undefined; readonly deletes: Deletes },
  { used }: VirtualNames,
  grouped: readonly string[],
  earlier: Set<string>,
): void {
  const { rewrite } = conversion;
  const place = used.length > 0 ? closingPlace(conversion, plan, deletes) : undefined;
  const closing = used.length > 0 ? closingLines(conversion, plan, used, grouped, place) : [];
  // `purge gcc` may be about a version that came along, where Alpine has but one package for all of them.
  const asked = new Set(conversion.context.already ? [] : aptInstalled(conversion.context.stage));
  const isAskedFor = ({ debian }: PackageUnit) => debian.every((name) => asked.has(bareName(name)));
  const isDeleted = (name: string) => grouped.includes(name) || deletes(name);
  for (const removal of conversion.removals) {
    if (staysAsItIs(removal, deletes)) continue;
    const names = removal.units
      .filter((unit) => removal.isApk || isAskedFor(unit))
      // A variable may hold a list of which nothing is left.
      .filter(({ packages }) => packages.length > 0)
      .filter((unit) => unit.packages.every((name) => earlier.has(name) && !isDeleted(name)))
      .map(({ text }) => text);
    const own = names.length > 0 ? [`apk del ${[...new Set(names)].join(" ")}`] : [];
    if (removal === place) rewrite.replaceStep(removal.call.command.step, closing);
    else if (own.length === 0) rewrite.remove(removal.call.command.step);
    else rewrite.replace(removal.call.span, own.join(""));
    for (const name of names) earlier.delete(name);
  }
  if (closing.length > 0 && !place) for (const step of closing) rewrite.append(step);
}

/** `apk del` of something that no group of ours deletes. */
function staysAsItIs({ isApk, units }: Removal, deletes: Deletes): boolean {
  return isApk && !units.every(({ packages }) => packages.every(deletes));
}

/** The steps that end a RUN with build dependencies. */
function closingLines(
  conversion: RunConversion,
  plan: Plan | undefined,
  used: readonly string[],
  grouped: readonly string[],
  place: Removal | undefined,
): string[][] {
  const { rewrite, run } = conversion;
  const compiles = grouped.some(
    (name) =>
      /-dev$|^(build-base|gcc|g\+\+|clang\d*|make|cmake|musl-dev|alpine-sdk|rust|cargo|go)$/.test(name) ||
      name.startsWith("$"),
  );
  const deletion = [`apk del --no-network ${used.join(" ")}`];
  if (!plan || !compiles) return [deletion];
  const roots = namedAt(place?.call.span.start ?? run.script.text.length, plan.roots(conversion), run);
  return [keepRuntimeLibraries({ roots, indent: rewrite.layout.indent }), deletion];
}

/** The author's own removal, when nothing behind it compiles any more. */
function closingPlace(conversion: RunConversion, plan: Plan | undefined, deletes: Deletes): Removal | undefined {
  const lastNeed = Math.max(0, ...[...conversion.needs.values()].map(({ end }) => end));
  const last = Math.max(plan?.lastUse(conversion) ?? 0, lastNeed);
  return conversion.removals.find((removal) => {
    const { call } = removal;
    const { step, conditional, substituted } = call.command;
    return (
      !staysAsItIs(removal, deletes) &&
      !conditional &&
      !substituted &&
      step.command === call.command &&
      step.list === conversion.run.script.steps &&
      call.span.start > last
    );
  });
}
