import type { Run } from "../model/run";
import { invocation } from "../shell/invocation";

/** What package managers leave behind. */
export const aptLists = "/var/lib/apt/lists";
export const apkCache = "/var/cache/apk";

/** Whether the layer is left without the folder's files: the RUN deletes them, or a mount takes them in. */
export function leavesNothing(run: Run, folder: string): boolean {
  return isMounted(run, folder) || run.script.commands.some((command) => deletes(invocation(command), folder));
}

/** A mount takes in what is written to the folder. */
export function isMounted({ command }: Run, folder: string): boolean {
  return command.flags.some(
    ({ name, value = "" }) =>
      name === "mount" &&
      value.split(",").some((field) => {
        const target = /^(?:target|dst|destination)=(.*)$/.exec(field)?.[1]?.replace(/\/+$/, "");
        return target !== undefined && target !== "" && (folder === target || folder.startsWith(`${target}/`));
      }),
  );
}

function deletes({ name, args }: ReturnType<typeof invocation>, folder: string): boolean {
  const values = args.map(({ value }) => value);
  if (name === "rm") return values.some((value) => covers(value, folder));
  if (name === "find") return values.includes("-delete") && covers(values[0] ?? "", folder);
  if (folder === aptLists) return /^(apt|apt-get)$/.test(name) && values.includes("distclean");
  return name === "apk" && values.includes("cache") && values.includes("clean");
}

/** `/var/lib/apt/lists/*`, `/var/lib/apt`, `/var/lib/{apt,dpkg}/`: what `rm -r` of it leaves nothing of in the folder. */
function covers(pattern: string, folder: string): boolean {
  const path = pattern.replace(/[*/]+$/, "");
  if (path === "") return false;
  if (folder === path || folder.startsWith(`${path}/`)) return true;
  const [before = "", inner, after] = path.split(/[{}]/, 3);
  return inner?.split(",").some((part) => covers(`${before}${part}${after ?? ""}`, folder)) ?? false;
}
