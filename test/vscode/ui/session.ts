import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "../harness/chromium";
import { vsix } from "../harness/paths";
import { type ServerOptions, startVscodeServer, type VscodeServer } from "../harness/vscode-server";
import { articleDockerfile, makeFlaskFolder } from "../harness/workspace";
import { Workbench } from "./workbench";

/** One VS Code with the packaged extension and the Flask folder open in it. */
export class Session {
  private constructor(
    readonly workbench: Workbench,
    private readonly folder: ReturnType<typeof makeFlaskFolder>,
    private readonly server: VscodeServer,
    private readonly browser: Browser,
  ) {}

  static async open(options: Pick<ServerOptions, "prepare"> = {}): Promise<Session> {
    const folder = makeFlaskFolder();
    const server = await startVscodeServer({ ...options, vsix: [vsix], settings: { "editor.minimap.enabled": false } });
    const browser = await launchChromium();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(15_000);
    const workbench = new Workbench(page);
    const session = new Session(workbench, folder, server, browser);
    await page.goto(server.address(folder.path));
    await workbench.ready();
    return session;
  }

  readonly original = articleDockerfile;

  /** The Dockerfile as it stands on disk. */
  onDisk(): string {
    return readFileSync(join(this.folder.path, "Dockerfile"), "utf8");
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    this.folder.remove();
  }
}
