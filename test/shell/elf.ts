import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Makes small shared libraries that name the libraries they need; nothing of them is ever loaded. */
export class ElfMaker {
  private readonly folder = mkdtempSync(join(tmpdir(), "elf-"));
  private readonly stubs = new Map<string, string>();

  /** Linked to Alpine's C library; Debian's musl-gcc names it `libc.so`, Alpine's gcc `libc.musl-x86_64.so.1`. */
  musl(path: string, ...needs: string[]): void {
    this.link("musl-gcc", path, needs);
  }

  glibc(path: string, ...needs: string[]): void {
    this.link("gcc", path, ["libc.so.6", ...needs]);
  }

  /** Linked to nothing but what is named. */
  bare(path: string, ...needs: string[]): void {
    this.link("gcc", path, needs);
  }

  /** The same for a processor that this machine does not have. */
  foreign(path: string, ...needs: string[]): void {
    this.bare(path, ...needs);
    const bytes = new Uint8Array(readFileSync(path));
    const machine = 18;
    const sparcV9 = 43;
    new DataView(bytes.buffer).setUint16(machine, sparcV9, true);
    writeFileSync(path, bytes);
  }

  /** A program for musl that ends well when the library of this name can be loaded. */
  program(path: string, soname: string): void {
    mkdirSync(dirname(path), { recursive: true });
    const source = join(this.folder, "main.c");
    writeFileSync(source, "int main(void) { return 0; }\n");
    execFileSync("musl-gcc", ["-o", path, source, "-Wl,--no-as-needed", this.stub(soname)]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private link(compiler: string, path: string, needs: readonly string[]): void {
    mkdirSync(dirname(path), { recursive: true });
    const libc = compiler === "musl-gcc" ? [] : ["-nostdlib"];
    const stubs = needs.map((soname) => this.stub(soname));
    execFileSync(compiler, ["-shared", "-fPIC", ...libc, "-x", "c", "/dev/null", "-o", path, ...asNeeded(stubs)]);
  }

  /** A library of this name to link to. */
  private stub(soname: string): string {
    const known = this.stubs.get(soname);
    if (known) return known;
    const path = join(this.folder, `${this.stubs.size}.so`);
    execFileSync("gcc", ["-shared", "-nostdlib", `-Wl,-soname,${soname}`, "-x", "c", "/dev/null", "-o", path]);
    this.stubs.set(soname, path);
    return path;
  }
}

/** `-x none` ends `-x c`: what follows are objects again. */
function asNeeded(stubs: readonly string[]): string[] {
  return ["-x", "none", "-Wl,--no-as-needed", ...stubs];
}
