import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built } from "../built";

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
}

/** The built command line, in a folder of its own. */
export class CommandLine {
  readonly folder = mkdtempSync(join(tmpdir(), "alpinize-cli-"));

  private constructor(readonly module: string) {}

  static async open(): Promise<CommandLine> {
    return new CommandLine(await built("cli"));
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** @returns the file's name, which is its path from the folder. */
  write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.folder, name), content);
    return name;
  }

  async run(args: readonly string[], { input = "", cwd = this.folder }: RunOptions = {}): Promise<Outcome> {
    return finish(spawn(process.execPath, [this.module, ...args], { cwd }), input);
  }

  /** On a terminal of that many columns, where both streams come together. */
  async runOnTerminal(columns: number, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    const command = [process.execPath, this.module, ...args].map((word) => `'${word}'`).join(" ");
    const script = ["-qec", `stty cols ${columns}; exec ${command}`, "/dev/null"];
    const { NO_COLOR: _, ...inherited } = process.env;
    const outcome = await finish(
      spawn("script", script, { cwd: this.folder, env: { ...inherited, TERM: "xterm", ...env } }),
      "",
    );
    return { ...outcome, stdout: outcome.stdout.replaceAll("\r\n", "\n") };
  }
}

async function finish(child: ReturnType<typeof spawn>, input: string | Uint8Array): Promise<Outcome> {
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  // A command that refuses its arguments does not read its input.
  child.stdin?.on("error", () => {}).end(input);
  const [code] = await once(child, "close");
  return { code, stdout, stderr };
}
