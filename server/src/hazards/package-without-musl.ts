import { installerOf, installsOf } from "../manifests/installs";
import { needsOf } from "../manifests/needs";
import { listed } from "../rules/shared/sentences";
import { groupedBySpan } from "./grouped";
import type { Hazard, Hit } from "./hazard";

export const packageWithoutMusl: Hazard = {
  name: "package-without-musl",
  severity: "block",
  summary: "A package of Python, Node.js, Ruby or Go has no build for musl",
  why: `Some packages are published for glibc only (pip calls these wheels \`manylinux\`), and without a source that could be built within reason.
On Alpine, pip finds no version that fits and stops; npm and gem install programs that do not start. There is no way around it: keep the stage on Debian, where \`-slim\` images are the small ones.

Packages are read from the command and from the files that COPY brings: requirements, \`pyproject.toml\`, and the lock files of Poetry, uv and
Pipenv. Where a lock file lists the files of a package, these decide. Packages of npm and gem are found in the same way; dependencies for
development are not told, as they install well and serve no running image.`,
  related: [],
  examples: [
    { before: "FROM python:3.13-slim\nRUN pip install --no-cache-dir torch\n" },
    {
      before: "FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nRUN pip install --no-cache-dir -r requirements.txt\n",
      files: { "requirements.txt": "flask==3.0\ntensorflow==2.16.1\n" },
    },
    { before: "FROM node:22-bookworm\nRUN npm install -g cypress\n" },
    { before: "FROM node:22-alpine\nWORKDIR /srv\nRUN npm install onnxruntime-node\n" },
    {
      before: "FROM ruby:3.4-slim\nCOPY Gemfile ./\nRUN bundle install\n",
      files: { Gemfile: 'gem "wkhtmltopdf-binary"\n' },
    },
    { before: "FROM python:3.13-alpine\nRUN python -m pip install --no-cache-dir 'playwright>=1.40'\n" },
  ],
  leftAlone: [
    {
      why: "the package only has a similar name",
      text: "FROM python:3.13-alpine\nRUN pip install --no-cache-dir torchlike\n",
    },
    {
      why: "the requirement is for another system",
      text: "FROM python:3.13-alpine\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\n",
      files: { "requirements.txt": 'torch; sys_platform == "win32"\n' },
    },
    {
      why: "npm packages for development are installed, but serve no running image",
      text: "FROM node:24-alpine\nWORKDIR /app\nCOPY package.json .\nRUN npm install --omit=dev\n",
      files: { "package.json": '{ "devDependencies": { "cypress": "^13.0.0" } }' },
    },
    {
      why: "the file is not part of the build",
      text: "FROM python:3.13-alpine\nRUN pip install --no-cache-dir -r /srv/requirements.txt\n",
      files: { "requirements.txt": "torch\n" },
    },
  ],
  *find({ build, stage, facts, workspace, family, release }): Iterable<Hit> {
    const installer = installerOf(stage, family, release);
    const installs = installsOf(build, workspace).in(stage);
    const stuck = installs.flatMap((install) => {
      const { kind, note } = needsOf(install.requirement, facts, installer);
      // A lock file of Bundler that lacks a platform can be given one.
      const isLockedOnly = install.requirement.ecosystem === "gem" && install.requirement.builds !== undefined;
      return kind === "never" && !install.requirement.indirect && !isLockedOnly && note !== ""
        ? [{ ...install, note }]
        : [];
    });
    for (const [first, ...others] of groupedBySpan(stuck)) {
      if (!first) continue;
      const { span, note, requirement } = first;
      const { file } = requirement;
      const name = listed([requirement.name, ...others.map((other) => other.requirement.name)]);
      const where = file === undefined ? "" : ` (${file})`;
      yield {
        span,
        message: `${name}${where} ${others.length > 0 ? "do" : "does"} not work on Alpine: ${others.length > 0 ? note.replace(/^it /, `${requirement.name} `) : note}. Keep this stage on Debian, where \`-slim\` images are the small ones.`,
      };
    }
  },
};
