import { installsOf } from "../manifests/installs";
import { instructionsOf } from "../model/layers";
import { chrome } from "../translations/layout/chrome";
import type { Hazard, Hit, Place } from "./hazard";
import { additionsOf, installationsOf } from "./packages-there";

export const puppeteerWithoutChromium: Hazard = {
  name: "puppeteer-without-chromium",
  severity: "error",
  summary: "Puppeteer downloads a browser that is built for glibc",
  why: `Puppeteer brings a Chrome of its own, which is built for glibc and does not start on Alpine. Alpine's own Chromium does: install
\`chromium\`, set \`PUPPETEER_SKIP_DOWNLOAD=true\` (\`PUPPETEER_SKIP_CHROMIUM_DOWNLOAD\` before version 19) and
\`PUPPETEER_EXECUTABLE_PATH=/usr/bin/chromium-browser\`. Puppeteer and Chromium must fit each other, so keep the Alpine release fixed.`,
  related: [],
  examples: [
    { before: "FROM node:22-slim\nRUN npm install -g puppeteer\n" },
    {
      before: "FROM node:22-alpine\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\n",
      files: { "package.json": '{ "dependencies": { "puppeteer": "^22.0.0" } }' },
    },
  ],
  leftAlone: [
    {
      why: "Alpine's Chromium is there",
      text: "FROM node:22-alpine\nENV PUPPETEER_SKIP_DOWNLOAD=true PUPPETEER_EXECUTABLE_PATH=/usr/bin/chromium-browser\nRUN apk add --no-cache chromium && npm install -g puppeteer\n",
    },
    {
      why: "Debian's Chromium, which becomes Alpine's, is what it is told to start",
      text: "FROM node:22-slim\nENV PUPPETEER_SKIP_DOWNLOAD=true PUPPETEER_EXECUTABLE_PATH=/usr/bin/chromium\nRUN apt-get update && apt-get install -y --no-install-recommends chromium && rm -rf /var/lib/apt/lists/*\nRUN npm install -g puppeteer\n",
    },
    {
      why: "puppeteer-core brings no browser",
      text: "FROM node:22-alpine\nRUN npm install -g puppeteer-core\n",
    },
  ],
  *find(place): Iterable<Hit> {
    if (hasChromium(place)) return;
    const { build, stage, workspace } = place;
    for (const { requirement, span } of installsOf(build, workspace).in(stage)) {
      const { ecosystem, name, indirect, file } = requirement;
      if (ecosystem !== "npm" || name !== "puppeteer" || indirect) continue;
      const where = file === undefined ? "" : ` (${file})`;
      yield {
        span,
        message: `Puppeteer${where} downloads a Chrome that is built for glibc and does not start on Alpine. Install Alpine's \`chromium\`, and set PUPPETEER_SKIP_DOWNLOAD=true and PUPPETEER_EXECUTABLE_PATH=/usr/bin/chromium-browser.`,
      };
    }
  },
};

/** Alpine's, or Debian's that becomes it where Puppeteer is told not to use its own. */
function hasChromium({ stage }: Place): boolean {
  const isTold = instructionsOf(stage).some(({ args }) => ownBrowserUnused.test(args.text));
  return (isTold ? installationsOf(stage) : additionsOf(stage)).some(({ names }) =>
    names.some(({ name }) => chrome.packages.test(name) || /^chromium\b/.test(name)),
  );
}

const ownBrowserUnused = /\bPUPPETEER_(EXECUTABLE_PATH|SKIP_(CHROMIUM_)?DOWNLOAD)\b/;
