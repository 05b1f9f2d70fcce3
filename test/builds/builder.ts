import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built } from "../built";

/** Runs a command in a container of an image. */
export type InImage = (...command: string[]) => string;

/** buildah with images and containers of its own, and a build context. It needs root. */
export class Builder {
  readonly #work = mkdtempSync(join(tmpdir(), "builds-"));
  readonly context = join(this.#work, "context");
  #cli = "";

  constructor() {
    mkdirSync(this.context);
  }

  remove(): void {
    rmSync(this.#work, { recursive: true, force: true });
  }

  /** Makes an image of a root file system. */
  import(root: string, name: string): void {
    const base = this.#buildah("from", "scratch").trim();
    this.#buildah("add", "--quiet", base, root, "/");
    this.#buildah("commit", "--quiet", base, `docker.io/library/${name}`);
    this.#buildah("rm", base);
  }

  build(dockerfile: string): InImage {
    writeFileSync(join(this.context, "Dockerfile"), dockerfile);
    const image = this.#buildah("bud", "--quiet", "--isolation", "chroot", "--pull-never", this.context)
      .trim()
      .split("\n")
      .at(-1);
    const container = this.#buildah("from", "--pull-never", image ?? "").trim();
    return (...command) => this.#buildah("run", "--isolation", "chroot", container, "--", ...command);
  }

  /** What the command line makes of the text; it has to convert all of it. */
  async convert(level: string, dockerfile: string): Promise<string> {
    this.#cli ||= await built("cli");
    const file = join(this.context, "Dockerfile");
    writeFileSync(file, dockerfile);
    return execFileSync(process.execPath, [this.#cli, "convert", "--to", level, file], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  }

  #buildah(...args: string[]): string {
    const storage = [
      "--storage-driver",
      "vfs",
      "--root",
      join(this.#work, "storage"),
      "--runroot",
      join(this.#work, "run"),
    ];
    return execFileSync("buildah", [...storage, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  }
}
