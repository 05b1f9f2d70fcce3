import { aptInstalled } from "../model/apt-installed";
import type { Outcome, Translation } from "./translation";

const phpProgram = /^\/usr\/(s?bin\/php(?:-fpm)?)(\d)\.(\d)$/;

/** `setcap ... /usr/bin/php8.3` refuses links, and Debian's name is one to Alpine's `php83`. */
export const setcap: Translation = {
  programs: ["setcap"],
  translate({ args }, { stage }): Outcome | undefined {
    const installed = aptInstalled(stage);
    const edits = args.flatMap(({ literal, value, span }) => {
      const [, program, major, minor] = (literal && phpProgram.exec(value)) || [];
      const isDebian = installed.some((name) => name.startsWith(`php${major}.${minor}`));
      return program !== undefined && isDebian ? [{ span, newText: `/usr/${program}${major}${minor}` }] : [];
    });
    return edits.length > 0 ? { edits } : undefined;
  },
};
