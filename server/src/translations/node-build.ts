import { compareReleases } from "../facts/releases";
import { expandKnown } from "../model/shell-variables";
import { replaceCall } from "./outcomes";
import type { Outcome, Translation } from "./translation";

/** The oldest Alpine on which the builds for musl start, and the first versions that all have one (nodejs/unofficial-builds, 2026-11-27). */
const oldestRelease = "3.19";
const firstVersion = 16;

/**
 * `node-build VERSION FOLDER` (nodenv, and the Dockerfile that Rails writes) unpacks the archive for glibc, and compiles for an
 * hour where that does not start. The build for musl of the same version is fetched instead.
 */
export const nodeBuild: Translation = {
  programs: ["node-build"],
  translate(call, { release, run }): Outcome {
    const [version, folder, ...others] = call.args.filter(({ value }) => !/^(-v|--verbose)$/.test(value));
    const known = version && /^v?(\d+)\.\d+\.\d+$/.exec(expandKnown(run, version));
    const isOffered = known && Number(known[1]) >= firstVersion && compareReleases(release, oldestRelease) >= 0;
    if (!isOffered || !folder || others.length > 0) {
      return {
        stop: "What `node-build` installs is built for glibc, so Alpine says `not found` when it starts. Copy Node.js from the node image for Alpine, or use Alpine's `nodejs`.",
      };
    }
    const number = version.value.replace(/^v/, "");
    const address = `https://unofficial-builds.nodejs.org/download/release/v${number}/node-v${number}-linux-x64-musl.tar.gz`;
    return {
      ...replaceCall(
        call,
        `mkdir -p ${folder.text} && wget -qO- "${address}" | tar xz -C ${folder.text} --strip-components=1`,
      ),
      keeps: ["libstdc++"],
      check:
        "Node.js comes as the experimental build for musl of unofficial-builds.nodejs.org, which nobody signs. Copy it from the node image for Alpine if that is not enough.",
    };
  },
};
