import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { vscodeRoot } from "./paths";
import { makeFolder } from "./workspace";

export interface VscodeServer {
  /** `127.0.0.1:PORT` */
  readonly authority: string;
  /** The address that opens a folder; `payload` is what the workbench is told beyond it. */
  address(folder: string, payload?: readonly (readonly [string, string])[]): string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Packages to install before the start. */
  readonly vsix?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Also seen by the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the folder of the installed extensions, before the start. */
  readonly prepare?: (extensions: string) => void;
}

/** Nothing that talks, updates, asks or moves while a test looks. */
const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "typescript.disableAutomaticTypeAcquisition": true,
  "workbench.enableExperiments": false,
  "workbench.reduceMotion": "on",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

const entry = join(vscodeRoot, "out/server-main.js");

/** Starts the VS Code server of code-server with a data folder of its own; ready when this resolves. */
export async function startVscodeServer(options: ServerOptions = {}): Promise<VscodeServer> {
  const data = makeFolder("vscode-data");
  mkdirSync(join(data.path, "data/User"), { recursive: true });
  writeFileSync(
    join(data.path, "data/User/settings.json"),
    JSON.stringify({ ...quietSettings, ...options.settings }, undefined, 2),
  );
  const env = environment(options.env);
  for (const vsix of options.vsix ?? []) install(vsix, data.path, env);
  options.prepare?.(join(data.path, "extensions"));

  const port = await freePort();
  const log = join(data.path, "server.log");
  const output = openSync(log, "w");
  const child = spawn(
    process.execPath,
    [
      ...[entry, "--host", "127.0.0.1", "--port", `${port}`, "--without-connection-token"],
      ...["--accept-server-license-terms", "--telemetry-level", "off", "--disable-workspace-trust"],
      ...["--server-data-dir", data.path],
    ],
    { stdio: ["ignore", output, output], env, detached: true },
  );
  const killGroup = () => signalGroup(child, "SIGKILL");
  process.once("exit", killGroup);
  const authority = `127.0.0.1:${port}`;
  await untilAnswering(`http://${authority}/version`, child, log);

  return {
    authority,
    address(folder, payload) {
      const query = payload ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : "";
      return `http://${authority}/?folder=${encodeURI(folder)}${query}`;
    },
    async stop() {
      const ended = child.exitCode === null ? once(child, "exit") : undefined;
      signalGroup(child, "SIGTERM");
      await Promise.race([ended, delay(3000, undefined, { ref: false })]);
      killGroup();
      process.off("exit", killGroup);
      data.remove();
    },
  };
}

/** Without what a developer's own VS Code leaves in the environment of its terminals. */
function environment(own: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^VSCODE_|^NODE_OPTIONS$/.test(name));
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: "{}", ...own };
}

function install(vsix: string, data: string, env: NodeJS.ProcessEnv): void {
  const args = [entry, "--server-data-dir", data, "--install-extension", vsix, "--force"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  if (status !== 0 || !stdout.includes("successfully installed")) {
    throw new Error(`${vsix} could not be installed:\n${stdout}${stderr}`);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("the system gave no port");
  return address.port;
}

/** The server says nowhere that it is ready, so it is asked until it answers. */
async function untilAnswering(address: string, child: ChildProcess, log: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the VS Code server ended:\n${readFileSync(log, "utf8")}`);
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await delay(50);
  }
  throw new Error(`the VS Code server did not answer within 30 s:\n${readFileSync(log, "utf8")}`);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
