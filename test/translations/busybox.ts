import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alpineMachine, ash, type Ended, hostMachine, type Machine, which } from "../shell/ash";

/** A folder in which shell text runs with nothing but the programs of one busybox on its PATH. */
export class Busybox {
  private readonly folder: string;
  private readonly inside: string;

  private constructor(
    private readonly machine: Machine,
    readonly applets: readonly string[],
  ) {
    const parent = machine.root === "" ? tmpdir() : join(machine.root, "tmp");
    this.folder = mkdtempSync(join(parent, "busybox-"));
    this.inside = this.folder.slice(machine.root.length);
    mkdirSync(join(this.folder, "bin"));
    mkdirSync(join(this.folder, "work"));
    for (const applet of applets) symlinkSync(machine.busybox, join(this.folder, "bin", applet));
    // A root file system that was only unpacked has no devices.
    if (machine.root !== "") writeFileSync(join(machine.root, "dev/null"), "");
  }

  /** That of the unpacked Alpine, or of this machine. */
  static of(alpineRoot: string | undefined): Busybox {
    const machine = alpineRoot ? alpineMachine(alpineRoot) : hostMachine();
    const { stdout } = ash(machine, `${machine.busybox} --list`, "/", { PATH: "/bin" });
    return new Busybox(machine, stdout.split("\n").filter(Boolean));
  }

  /** `1.35`: of this machine's own busybox; undefined when it has none. */
  static readonly hostVersion = hostVersion();

  has(applet: string): boolean {
    return this.applets.includes(applet);
  }

  /** Runs the text in the folder, with the files given there and nothing else. */
  run(script: string, files: Readonly<Record<string, string>> = {}): Ended {
    const work = join(this.folder, "work");
    for (const name of readdirSync(work)) rmSync(join(work, name), { recursive: true, force: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(work, name), text);
    const env = { PATH: join(this.inside, "bin"), TZ: "UTC", TMPDIR: join(this.inside, "work"), HOME: "/" };
    return ash(this.machine, script, join(this.inside, "work"), env);
  }

  remove(): void {
    rmSync(this.machine.root || this.folder, { recursive: true, force: true });
  }
}

function hostVersion(): string | undefined {
  const program = which("busybox");
  const text = program ? spawnSync(program, [], { encoding: "utf8" }).stdout : "";
  return /v(\d+\.\d+)/.exec(text)?.[1];
}
