import { aptInstalled } from "../model/apt-installed";
import type { StageContext } from "./translation";

/**
 * sharp brings its own libvips for musl, and is compiled instead where it finds the headers of one that is new enough. Debian's seldom is;
 * Alpine's is, and where the file installs no compiler the installation stops (lovell/sharp, docs/install: custom libvips).
 */
export function needsNoVips(name: string, { family, stage }: StageContext): boolean {
  return name === "libvips-dev" && family === "node" && !aptInstalled(stage).some((one) => compiler.test(one));
}

const compiler = /^(build-essential|gcc|g\+\+|make|clang)(-[\d.]+)?$/;
