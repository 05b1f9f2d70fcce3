import type { Invocation } from "../../shell/invocation";
import type { ImageFile } from "../image-files";
import type { Place, Read } from "../place";
import type { Requirement } from "../requirement";
import { type Locked, readPackageJson, readPackageLock, readPnpmLock, readYarnLock } from "./lock-files";

const lockReaders: Readonly<Record<string, (text: string) => Locked[]>> = {
  "package-lock.json": readPackageLock,
  "npm-shrinkwrap.json": readPackageLock,
  "yarn.lock": readYarnLock,
  "pnpm-lock.yaml": readPnpmLock,
};

const locksOf: Readonly<Record<string, readonly string[]>> = {
  npm: ["npm-shrinkwrap.json", "package-lock.json"],
  yarn: ["yarn.lock"],
  pnpm: ["pnpm-lock.yaml"],
};

/** A command of npm, yarn or pnpm that installs. */
export interface NodeCall {
  /** Names given on the command, with versions; empty when the project's own packages are installed. */
  readonly words: readonly { readonly value: string; readonly span: Read["span"] }[];
  readonly withDev: boolean;
}

export function nodeCall({ name, args, command }: Invocation): NodeCall | undefined {
  if (locksOf[name] === undefined) return undefined;
  const operands = args.filter(
    ({ value }, at) =>
      !value.startsWith("-") &&
      !/^(--prefix|-C|--cwd|--registry|--cache|--network-timeout|--loglevel|--mutex|--cache-folder|--omit|--only)$/.test(
        args[at - 1]?.value ?? "",
      ),
  );
  const isGlobal = name === "yarn" && operands[0]?.value === "global";
  const [verb, ...words] = isGlobal ? operands.slice(1) : operands;
  const installs = verb === undefined ? name === "yarn" : /^(install|i|ci|add|clean-install)$/.test(verb.value);
  if (!installs) return undefined;
  const omits = args.some(
    ({ value }, at) =>
      /^(--production|--prod|-P|--omit=dev|--only=prod\w*|--production=true)$/.test(value) ||
      (/^--(omit|only)$/.test(args[at - 1]?.value ?? "") && /^(dev|prod\w*)$/.test(value)),
  );
  const production = command.assignments.some(
    ({ name, value }) => name === "NODE_ENV" && value?.value === "production",
  );
  return { words, withDev: !omits && !production };
}

/** The lock file that a command goes by. */
export function lockOf(
  { name }: Invocation,
  place: Place,
): { file: ImageFile; packages: readonly Locked[] } | undefined {
  for (const lock of locksOf[name] ?? []) {
    const file = place.read(lock);
    const packages = file ? lockReaders[lock]?.(file.text) : undefined;
    if (file && packages && packages.length > 0) return { file, packages };
  }
  return undefined;
}

export function nodeInstalls(call: Invocation, place: Place): Read[] | undefined {
  const node = nodeCall(call);
  if (!node) return undefined;
  if (node.words.length > 0) {
    return node.words.flatMap(({ value, span }) => {
      const match = /^((?:@[\w.-]+\/)?[\w.-]+)(?:@(.+))?$/.exec(value);
      if (!match) return [];
      const requirement: Requirement = {
        ecosystem: "npm",
        name: match[1] ?? "",
        version: match[2] ?? "",
        extras: [],
        file: undefined,
      };
      return [{ requirement, span }];
    });
  }
  const { nameSpan: span } = call;
  const lock = lockOf(call, place);
  const manifest = place.read("package.json");
  const direct = manifest ? readPackageJson(manifest.text, manifest.path, false) : [];
  if (lock) {
    const names = new Set(direct.map(({ name }) => name));
    return lock.packages
      .filter(({ dev, optional }) => !optional && (node.withDev || !dev))
      .map(({ name, version }) => {
        const indirect = !names.has(name);
        return { requirement: { ecosystem: "npm", name, version, extras: [], indirect, file: lock.file.path }, span };
      });
  }
  if (!manifest) return [];
  const all = node.withDev ? readPackageJson(manifest.text, manifest.path, true) : direct;
  const own = new Set(direct.map(({ name }) => name));
  return all.map((requirement) => ({ requirement: { ...requirement, indirect: !own.has(requirement.name) }, span }));
}
