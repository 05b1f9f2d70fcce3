import { execFileSync } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Bytes of regular files, as the layer of an image counts them. */
export interface Layer {
  /** What the installation leaves, without apt's lists. */
  readonly installed: number;
  /** What `apt-get update` leaves in /var/lib/apt/lists. */
  readonly lists: number;
  /** Names of the packages that came. */
  readonly packages: readonly string[];
  /** Bytes by package, as dpkg's own lists of files tell; what no package owns is under the empty name. */
  readonly byPackage: ReadonlyMap<string, number>;
  /** The largest files that no package owns. */
  readonly unowned: readonly { readonly path: string; readonly bytes: number }[];
}

/**
 * Runs `apt-get update && apt-get install ...` over the root as a build would, in a layer of its own that is thrown away.
 * Needs root, overlayfs and namespaces. @throws Error when apt fails.
 */
export function measureInstall(
  root: string,
  names: readonly string[],
  { recommends, prepare }: { recommends: boolean; prepare?: (merged: string) => void },
): Layer {
  const work = mkdtempSync(join(root, "..", "layer-"));
  const folder = (name: string) => join(work, name);
  for (const name of ["base", "upper", "work", "merged"]) mkdirSync(folder(name));
  try {
    // Settings go into a layer below, which is not counted.
    prepare?.(folder("base"));
    const script = [
      "set -e",
      `mount -t overlay overlay -o lowerdir=${folder("base")}:${root},upperdir=${folder("upper")},workdir=${folder("work")} ${folder("merged")}`,
      `mount -t proc proc ${folder("merged")}/proc`,
      `mount --rbind /dev ${folder("merged")}/dev`,
      `exec chroot ${folder("merged")} /bin/sh -c '${[
        "export DEBIAN_FRONTEND=noninteractive PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8",
        "apt-get update -qq >/dev/null",
        `apt-get install -y -qq ${recommends ? "" : "--no-install-recommends "}${names.join(" ")} >/tmp/out 2>&1 || { tail -20 /tmp/out >&2; exit 1; }`,
        "rm -f /tmp/out",
      ].join("; ")}'`,
    ].join("\n");
    execFileSync("unshare", ["--mount", "--pid", "--fork", "sh", "-c", script], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    return read(folder("upper"), root);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function read(upper: string, root: string): Layer {
  const owners = ownersIn(join(upper, "var/lib/dpkg/info"));
  const before = new Set(readdirSync(join(root, "var/lib/dpkg/info")).flatMap(packageOf));
  const packages = readdirSync(join(upper, "var/lib/dpkg/info"))
    .flatMap(packageOf)
    .filter((name) => !before.has(name));
  const byPackage = new Map<string, number>();
  const unowned: { path: string; bytes: number }[] = [];
  const seen = new Set<number>();
  let installed = 0;
  let lists = 0;
  for (const path of filesBelow(upper)) {
    const { size, ino, nlink } = lstatSync(join(upper, path));
    if (nlink > 1 && seen.has(ino)) continue;
    seen.add(ino);
    if (path.startsWith("/var/lib/apt/lists/")) {
      lists += size;
      continue;
    }
    installed += size;
    const owner = owners.get(path) ?? owners.get(path.replace(/^\/usr(?=\/(bin|sbin|lib|lib64)\/)/, "")) ?? "";
    byPackage.set(owner, (byPackage.get(owner) ?? 0) + size);
    if (owner === "") unowned.push({ path, bytes: size });
  }
  unowned.sort((a, b) => b.bytes - a.bytes);
  return { installed, lists, packages: [...new Set(packages)].sort(), byPackage, unowned };
}

function packageOf(file: string): string[] {
  const name = /^(.*)\.list$/.exec(file)?.[1]?.replace(/:[a-z0-9]+$/, "");
  return name === undefined ? [] : [name];
}

/** From each path to the package that has it. */
function ownersIn(info: string): Map<string, string> {
  const owners = new Map<string, string>();
  for (const file of readdirSync(info)) {
    const [name] = packageOf(file);
    if (name !== undefined)
      for (const path of readFileSync(join(info, file), "utf8").split("\n")) owners.set(path, name);
  }
  return owners;
}

/** Regular files, with paths as the image sees them. */
function* filesBelow(folder: string, path = ""): Generator<string> {
  for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
    const own = `${path}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, own);
    else if (entry.isFile()) yield own;
  }
}
