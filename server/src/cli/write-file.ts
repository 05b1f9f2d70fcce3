import { chmod, chown, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Failure, systemReason } from "./failure";

/**
 * Puts the new text in the place of the old one at once: whoever reads the file sees one or the other. Its mode and
 * owner stay, and a link stays a link.
 * @throws Failure when the file cannot be written; then the old one is untouched.
 */
export async function replaceFile(path: string, text: string, shown: string): Promise<void> {
  let waiting: string | undefined;
  try {
    const target = await realpath(path);
    const { mode, uid, gid } = await stat(target);
    waiting = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    const file = await open(waiting, "wx", mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    // Only the administrator can give files away; for all others the file is their own already.
    await chown(waiting, uid, gid).catch(() => {});
    await chmod(waiting, mode);
    await rename(waiting, target);
  } catch (error) {
    if (waiting) await rm(waiting, { force: true }).catch(() => {});
    throw new Failure(`${shown}: ${systemReason(error, "written")}.`);
  }
}
