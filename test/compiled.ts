import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const hasGcc = spawnSync("gcc", ["--version"]).status === 0;
export const hasMuslGcc = existsSync("/usr/bin/musl-gcc");

/**
 * What a real compiler makes of a small program.
 * @throws Error with what the compiler says.
 */
export function compiled(compiler: "gcc" | "musl-gcc", ...options: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "compiled-"));
  try {
    const [source, output] = [join(folder, "a.c"), join(folder, "a.out")];
    writeFileSync(
      source,
      '#include <math.h>\n#include <stdio.h>\nint main(int c, char **v) { return printf("%f", sin(c)); }\n',
    );
    const { status, stderr } = spawnSync(compiler, [...options, "-o", output, source, "-lm"], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return new Uint8Array(readFileSync(output));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
