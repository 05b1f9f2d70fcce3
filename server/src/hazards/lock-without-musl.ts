import { installsOf } from "../manifests/installs";
import { runsOnMusl } from "../manifests/needs";
import { lockOf, nodeCall } from "../manifests/node/installs";
import { readGemfileLock } from "../manifests/ruby/gemfile-lock";
import { lockedRequirement } from "../manifests/ruby/installs";
import { sourceSpan } from "../model/run";
import { listed } from "../rules/shared/sentences";
import { invocation } from "../shell/invocation";
import type { Hazard, Hit } from "./hazard";

export const lockWithoutMusl: Hazard = {
  name: "lock-without-musl",
  severity: "error",
  summary: "A lock file names builds for glibc and none for musl",
  why: `Packages such as rollup, sharp or nokogiri publish one build per platform, and a lock file lists those that were known when it was
written. When none of them is for musl, the installer brings nothing that runs on Alpine, or the build for glibc, which fails when it is
loaded: \`Cannot find module @rollup/rollup-linux-x64-musl\`, \`Error loading shared library ld-linux-x86-64.so.2\`.

Write the lock file anew, for all platforms: \`rm -rf node_modules package-lock.json && npm install\` (npm kept only the writer's own platform
in some versions), \`supportedArchitectures\` for pnpm, \`bundle lock --add-platform x86_64-linux-musl aarch64-linux-musl\` for Bundler.`,
  related: [],
  examples: [
    {
      before: "FROM node:22-alpine\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\n",
      files: {
        "package.json": "{}",
        "package-lock.json":
          '{ "packages": { "node_modules/rollup": { "version": "4.9.0" }, "node_modules/@rollup/rollup-linux-x64-gnu": { "version": "4.9.0", "optional": true } } }',
      },
    },
    {
      before: "FROM ruby:3.4-slim\nWORKDIR /app\nCOPY Gemfile Gemfile.lock ./\nRUN bundle install\n",
      files: {
        "Gemfile.lock":
          "GEM\n  specs:\n    nokogiri (1.18.1-x86_64-linux-gnu)\n\nPLATFORMS\n  x86_64-linux-gnu\n\nDEPENDENCIES\n  nokogiri\n",
      },
    },
    {
      before: "FROM ruby:3.3-slim\nWORKDIR /rails\nCOPY Gemfile Gemfile.lock ./\nRUN bundle install\n",
      files: {
        "Gemfile.lock":
          "GEM\n  specs:\n    thruster (0.1.9)\n    thruster (0.1.9-x86_64-linux)\n\nPLATFORMS\n  x86_64-linux\n",
      },
    },
  ],
  leftAlone: [
    {
      why: "a build for musl is listed too",
      text: "FROM node:22-alpine\nCOPY package-lock.json ./\nRUN npm ci\n",
      files: {
        "package-lock.json":
          '{ "packages": { "node_modules/@rollup/rollup-linux-x64-gnu": { "optional": true }, "node_modules/@rollup/rollup-linux-x64-musl": { "optional": true } } }',
      },
    },
    {
      why: "this gem for Linux runs on musl too",
      text: "FROM ruby:3.3-slim\nCOPY Gemfile.lock ./\nRUN bundle install\n",
      files: {
        "Gemfile.lock":
          "GEM\n  specs:\n    nokogiri (1.16.5-x86_64-linux)\n\nPLATFORMS\n  x86_64-linux\n\nDEPENDENCIES\n  nokogiri\n",
      },
    },
    {
      why: "the gem is there as source",
      text: "FROM ruby:3.4-slim\nCOPY Gemfile.lock ./\nRUN bundle install\n",
      files: {
        "Gemfile.lock":
          "GEM\n  specs:\n    nokogiri (1.18.1)\n    nokogiri (1.18.1-x86_64-linux-gnu)\n\nPLATFORMS\n  ruby\n",
      },
    },
  ],
  *find({ build, stage, workspace, facts }): Iterable<Hit> {
    const installs = installsOf(build, workspace);
    for (const run of stage.runs) {
      for (const call of run.script.commands.map(invocation)) {
        const place = installs.placeOf(call, run, stage);
        const span = sourceSpan(run, call.nameSpan);
        const node = nodeCall(call);
        const lock = node && node.words.length === 0 ? lockOf(call, place) : undefined;
        const packages = lock ? gnuOnly(lock.packages.map(({ name }) => name)) : [];
        if (lock && packages.length > 0) {
          yield {
            span,
            message: `${lock.file.path} lists no build for musl of ${listed(packages)}, so ${packages.length > 1 ? "they are" : "it is"} missing on Alpine. Write the lock file anew, with the optional packages of all platforms.`,
          };
        }
        const gems =
          /^bundler?$/.test(call.name) && installsAll(call.args[0]?.value) ? place.read("Gemfile.lock") : undefined;
        if (!gems) continue;
        const forGlibc = readGemfileLock(gems.text)
          .gems.filter(({ platforms }) => !platforms.some((one) => one.endsWith("-musl")))
          .map((gem) => ({ ...gem, ...lockedRequirement(gem, gems.path), known: facts.native.find("gem", gem.name) }))
          .filter(({ known, ...gem }) => gem.builds?.glibc && !runsOnMusl(gem, known))
          .map(({ known, ...gem }) => ({ ...gem, runsFrom: gem.builds?.linux ? known?.linuxFrom : undefined }));
        for (const { name, runsFrom } of forGlibc)
          if (runsFrom !== undefined)
            yield {
              span,
              message: `${gems.path} lists a ${name} whose build for Linux needs glibc. Run \`bundle update ${name}\`: from ${runsFrom} on it runs on Alpine too.`,
            };
        const stuck = forGlibc.filter(({ builds, runsFrom }) => !builds?.source && runsFrom === undefined);
        if (stuck.length > 0) {
          yield {
            span,
            message: `${gems.path} lists ${listed(stuck.map(({ name }) => name))} for glibc only, which fails to load on Alpine. Run \`bundle lock --add-platform x86_64-linux-musl\`.`,
          };
        }
      }
    }
  },
};

function installsAll(verb: string | undefined): boolean {
  return verb === undefined || verb === "install" || verb.startsWith("-");
}

/** Packages whose builds for Linux are all for glibc, by the names that builds have. */
function gnuOnly(names: readonly string[]): string[] {
  const known = new Set(names);
  const families = new Set<string>();
  for (const name of names) {
    const gnu = /^(.*)-linux-x64-gnu$/.exec(name);
    if (gnu && !known.has(`${gnu[1]}-linux-x64-musl`)) families.add(gnu[1] ?? "");
    // sharp has names of its own.
    if (/^@img\/sharp-linux-x64$/.test(name) && !known.has("@img/sharp-linuxmusl-x64")) families.add("sharp");
  }
  return [...families].map((family) => family.replace(/^@[^/]+\//, ""));
}
