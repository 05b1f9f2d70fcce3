import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The machine's own Chromium, which may reach nothing but this machine. `CHROMIUM` names another one. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? usual.find((path) => existsSync(path));
  if (!executablePath) throw new Error("Chromium is not installed. Install it or set CHROMIUM to its path.");
  return chromium.launch({
    executablePath,
    args: [
      // Chromium's own sandbox does not work for root, which containers usually run as.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
      ...["--disable-background-networking", "--disable-component-update"],
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ],
  });
}
