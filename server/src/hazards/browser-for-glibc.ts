import { callsOf } from "../model/calls";
import { sourceSpan } from "../model/run";
import type { Hazard, Hit } from "./hazard";

/** Programs that install browsers, with the version that `npx` may be asked for. */
const browsers = /^(?:playwright|cypress|patchright|camoufox|puppeteer|@puppeteer\/browsers)(?:@[\w.^~-]+)?$/;

export const browserForGlibc: Hazard = {
  name: "browser-for-glibc",
  severity: "block",
  summary: "Playwright, Cypress or Puppeteer installs its own browsers",
  why: `The browsers that Playwright, Cypress and \`puppeteer browsers install\` bring are built for glibc; on Alpine they do not start, and \`--with-deps\` finds no package
manager that it knows. Keep tests with them on Debian: the projects have images of their own (\`mcr.microsoft.com/playwright\`,
\`cypress/included\`). Puppeteer, and Playwright as a library, can use Alpine's browser: \`apk add chromium\`, and tell them where it is.`,
  related: [],
  examples: [
    { before: "FROM node:22-slim\nRUN npx playwright install --with-deps chromium\n" },
    { before: "FROM node:22-alpine\nRUN npx cypress install\n" },
    { before: "FROM node:22-slim\nRUN npx puppeteer browsers install chrome\n" },
  ],
  leftAlone: [
    { why: "nothing is installed", text: "FROM node:22-alpine\nRUN npx playwright --version\n" },
    { why: "another program has such a verb", text: "FROM node:22-alpine\nRUN npx husky install\n" },
  ],
  *find({ stage }): Iterable<Hit> {
    for (const { name, args, span, within, command } of stage.runs.flatMap(callsOf)) {
      const words = [name, ...args.map(({ value }) => value)].filter((word) => !word.startsWith("-"));
      const runner = /^(npx|pnpx|bunx|yarn|pnpm|npm|python\d?|poetry|uv|pipenv|exec|dlx|run)$/;
      const [program = "", verb, second] = words.slice(words.findIndex((word) => !runner.test(word)));
      const isInstall =
        verb === "install" ||
        (program === "playwright" && verb === "install-deps") ||
        (program.startsWith("puppeteer") && verb === "browsers" && second === "install");
      if (command.conditional || !browsers.test(program) || !isInstall) continue;
      yield {
        span: sourceSpan(within, span),
        message:
          "These browsers are built for glibc and do not start on Alpine. Keep this stage on Debian, or use `apk add chromium` with Puppeteer.",
      };
    }
  },
};
