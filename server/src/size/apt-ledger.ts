import type { DebianInstall, Facts, Size } from "../facts/types";
import { aptCall } from "../model/apt-call";
import type { PackageChange } from "../model/packages";
import type { Run } from "../model/run";
import { aptLists, leavesNothing } from "./caches";
import { type Part, unknownPart } from "./part";

/** The Debian or Ubuntu image a stage stands on. */
export interface DebianRoot {
  readonly image: string;
  readonly tag: string;
  /** Empty when nobody knows it. */
  readonly suite: string;
}

interface Request {
  readonly names: readonly string[];
  readonly recommends: boolean;
}

/** What apt has put into the layers of a stage so far. */
export class AptLedger {
  constructor(
    private readonly facts: Facts,
    private readonly root: DebianRoot,
    /** Packages that earlier layers brought. */
    private readonly present: Set<string> = new Set(),
    private hasLists = false,
  ) {}

  /** For a stage that goes on from here. */
  copy(): AptLedger {
    return new AptLedger(this.facts, this.root, new Set(this.present), this.hasLists);
  }

  /** What the RUN adds to its layer. */
  add(run: Run, changes: readonly PackageChange[]): Part[] {
    const requests: Request[] = [];
    const removed = new Set<string>();
    const parts: Part[] = [];
    for (const change of changes) {
      const [files, names] = split(change.names.map(({ name }) => name));
      const call = aptCall(change.call);
      if (change.action === "upgrade") parts.push(unknownPart(`${change.call.name} ${call?.verb ?? ""}`, "upgrades"));
      if (change.action === "add") {
        parts.push(...change.unknown.map(({ value }) => unknownPart(value, "the value of the variable is not known")));
        if (call?.verb === "build-dep" || call?.verb === "satisfy")
          parts.push(unknownPart(`${change.call.name} ${call.verb}`, "the tables have no such lists"));
        else requests.push({ names, recommends: change.recommends });
        parts.push(...files.map((file) => unknownPart(file, "it depends on the file")));
        for (const name of names) removed.delete(name);
      }
      if (change.action === "remove") {
        for (const name of names) removed.add(name);
        if (removesNeedless(change)) this.forget(run, change, requests, removed, parts);
      }
    }
    parts.push(...this.installed(requests, removed), ...this.lists(run, changes));
    return parts;
  }

  /** `--auto-remove` and `autoremove`: what came in with the removed packages alone goes too. */
  private forget(run: Run, change: PackageChange, requests: Request[], removed: Set<string>, parts: Part[]): void {
    const before = run.script.commands.filter(({ span }) => span.end <= change.call.span.start);
    const marks = before.filter(({ name, args }) => name === "apt-mark" && args[0]?.value === "auto");
    const marked = new Set(marks.flatMap(({ args }) => args.slice(1).map(({ value }) => value)));
    // `apt-mark auto '.*'`, as the official images do it: only what is marked again by hand stays, which a script decides.
    const all = [...marked].some((pattern) => pattern.includes("*"));
    const isKept = (name: string) => !removed.has(name) && !marked.has(name) && !all;
    const kept = requests.map(({ names, recommends }) => ({ names: names.filter(isKept), recommends }));
    requests.splice(0, requests.length, ...kept.filter(({ names }) => names.length > 0));
    removed.clear();
    if (all) parts.push(unknownPart("apt-mark manual", "which libraries the build keeps is not known"));
  }

  private installed(requests: readonly Request[], removed: ReadonlySet<string>): Part[] {
    const parts = new Map<string, Part>();
    let records: Part | undefined;
    for (const { names, recommends } of requests) {
      const install = this.facts.debian.install(names, { ...this.root, recommends });
      for (const { name, installed, download } of install.packages) {
        if (!this.present.has(name) && !removed.has(name)) parts.set(name, { name, disk: installed, download });
      }
      for (const name of install.unknown) parts.set(name, unknownPart(name, "no table has this package"));
      records ??= recordsOf(install);
    }
    for (const name of parts.keys()) this.present.add(name);
    return parts.size > 0 && records ? [...parts.values(), records] : [...parts.values()];
  }

  private lists(run: Run, changes: readonly PackageChange[]): Part[] {
    const updates = changes.some(({ action }) => action === "update");
    if (!updates || this.hasLists || leavesNothing(run, aptLists)) return [];
    this.hasLists = true;
    const size = this.facts.debian.lists(this.root.suite);
    // They are compressed already, and hardly shrink again.
    return [{ name: aptLists, disk: size, download: size }];
  }
}

/** Package files, such as `./tool.deb`, and names. */
function split(words: readonly string[]): [string[], string[]] {
  const isFile = (word: string) => word.startsWith("/") || word.startsWith(".");
  return [words.filter(isFile), words.filter((word) => !isFile(word))];
}

function removesNeedless({ call }: PackageChange): boolean {
  const apt = aptCall(call);
  if (!apt) return false;
  return (
    /^auto-?(remove|purge)$/.test(apt.verb) ||
    apt.options.some(({ value }) => value === "--auto-remove" || value === "--autoremove")
  );
}

/** What dpkg and ldconfig write down about an installation, beside the packages themselves. */
function recordsOf({ packages, installed }: DebianInstall): Part | undefined {
  if (installed.bytes === undefined || packages.length === 0) return undefined;
  const own = packages.reduce((total, { installed: one }) => total + (one.bytes ?? 0), 0);
  const bytes = installed.bytes - own;
  const size = (value: number): Size => ({ ...installed, bytes: value });
  return bytes > 0 ? { name: "records of dpkg", disk: size(bytes), download: size(0) } : undefined;
}
