import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** Where shell text is run: in busybox's ash, with nothing but busybox's own programs and scanelf on the PATH. */
export interface Machine {
  readonly name: string;
  /** The folder on this machine that is its `/`. */
  readonly root: string;
  readonly busybox: string;
  readonly scanelf: string;
}

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** @returns the path of a program on this machine's PATH. */
export function which(program: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** Programs the tests need on this machine and that are missing. */
export const missing = ["busybox", "scanelf", "gcc", "musl-gcc"].filter((program) => !which(program));

/** This machine's own busybox. */
export function hostMachine(): Machine {
  return { name: "busybox ash", root: "", busybox: which("busybox") ?? "", scanelf: which("scanelf") ?? "" };
}

/** A copy of an unpacked Alpine root file system, entered by chroot; to be removed after use. */
export function alpineMachine(source: string): Machine {
  const root = mkdtempSync(join(tmpdir(), "alpine-"));
  cpSync(source, root, { recursive: true, verbatimSymlinks: true });
  chmodSync(root, 0o755);
  const release = readFileSync(join(root, "etc/alpine-release"), "utf8").trim();
  return { name: `Alpine ${release}`, root, busybox: "/bin/busybox", scanelf: "/usr/bin/scanelf" };
}

/** Runs shell text in the machine's ash. */
export function ash(machine: Machine, script: string, cwd: string, env: Record<string, string>, user = "0:0"): Ended {
  const shell = [machine.busybox, "ash", "-c", `cd '${cwd}' && ${script}`];
  const enter = machine.root === "" ? [] : ["chroot", `--userspec=${user}`, machine.root];
  const [program = "", ...args] = [...enter, ...shell];
  // chroot itself is looked up on this machine's PATH, the rest on the one given.
  const { status, stdout, stderr, error } = spawnSync(which(program) ?? program, args, { env, encoding: "utf8" });
  if (error) throw error;
  return { status, stdout, stderr };
}

/**
 * A build with a recording stand-in for apk: `apk info` answers from a list of what is installed,
 * `apk add` is written down and does nothing else.
 */
export class Build {
  private readonly home: string;
  /** The working folder's path on this machine. */
  readonly folder: string;
  /** The path of what stands for `/usr/local`, on this machine. */
  readonly local: string;

  constructor(private readonly machine: Machine) {
    const parent = machine.root === "" ? tmpdir() : join(machine.root, "tmp");
    this.home = mkdtempSync(join(parent, "build-"));
    chmodSync(this.home, 0o755);
    this.folder = join(this.home, "app");
    this.local = machine.root === "" ? join(this.home, "local") : join(machine.root, "usr/local");
    for (const folder of [this.folder, this.local, join(this.home, "bin")]) mkdirSync(folder, { recursive: true });
    this.link("scanelf", machine.scanelf);
    for (const applet of ["sh", "tr", "sort", "xargs", "true", "false", "echo"]) this.link(applet, machine.busybox);
    writeFileSync(join(this.home, "bin/apk"), standIn, { mode: 0o755 });
    this.install({});
  }

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  /** Says which package provides which shared library. */
  install(packages: Record<string, string>): void {
    const rows = Object.entries(packages).map(([soname, name]) => `so:${soname} ${name}\n`);
    writeFileSync(join(this.home, "installed"), rows.join(""));
  }

  removeProgram(name: string): void {
    rmSync(join(this.home, "bin", name));
  }

  run(script: string, env: Record<string, string> = {}): Ended {
    const home = this.inside(this.home);
    const text = script.replaceAll("/usr/local", this.inside(this.local));
    return ash(this.machine, text, this.inside(this.folder), { PATH: join(home, "bin"), STAND_IN: home, ...env });
  }

  /** Each call of `apk add`, with its arguments. */
  get added(): string[][] {
    const record = join(this.home, "record");
    if (!existsSync(record)) return [];
    return readFileSync(record, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => line.split(" "));
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
    if (this.machine.root !== "") execFileSync("find", [this.local, "-mindepth", "1", "-delete"]);
  }

  private link(name: string, program: string): void {
    symlinkSync(program, join(this.home, "bin", name));
  }

  private inside(path: string): string {
    return path.slice(this.machine.root.length);
  }
}

const standIn = `#!/bin/sh
case "$1 $2" in
"info --installed")
  while read -r name package; do
    [ "$name" != "$3" ] || { echo "$package"; exit 0; }
  done < "$STAND_IN/installed"
  exit 1 ;;
"add "*)
  echo "$*" >> "$STAND_IN/record"
  exit "\${APK_ADD_STATUS:-0}" ;;
esac
echo "unexpected: apk $*" >&2
exit 99
`;
