// Runs the extension-host suite in the VS Code server, with the packaged extension installed.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { launchChromium } from "./harness/chromium";
import { type Results, report } from "./harness/mocha";
import { artefacts, here, vsix } from "./harness/paths";
import { startVscodeServer } from "./harness/vscode-server";
import { makeFlaskFolder, makeFolder } from "./harness/workspace";

async function main(): Promise<boolean> {
  const results = makeFolder("results");
  const file = join(results.path, "results.json");
  const workspace = makeFlaskFolder();
  const server = await startVscodeServer({ vsix: [vsix], env: { ALPINIZE_TEST_RESULTS: file } });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const ended = new Promise<number>((resolve) => {
      void page.exposeFunction("codeAutomationExit", resolve);
    });
    await page.exposeFunction("codeAutomationLog", () => undefined);
    const inServer = (path: string) => `vscode-remote://${server.authority}${path}`;
    await page.goto(
      server.address(workspace.path, [
        ["extensionDevelopmentPath", inServer(join(here, "shell"))],
        ["extensionTestsPath", inServer(join(here, "dist/host.js"))],
      ]),
    );
    const code = await Promise.race([ended, delay(240_000, undefined, { ref: false })]);
    if (code === undefined || !existsSync(file)) {
      mkdirSync(artefacts, { recursive: true });
      const path = join(artefacts, "host-failure.png");
      await page.screenshot({ path });
      console.log(`The suite ${code === undefined ? "did not end" : "left no results"}; ${path} shows the window.`);
      console.log("0 passed, 1 failed, 0 skipped");
      return false;
    }
    const parsed: Results = JSON.parse(readFileSync(file, "utf8"));
    return report(parsed) && code === 0;
  } finally {
    await browser.close();
    await server.stop();
    workspace.remove();
    results.remove();
  }
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
