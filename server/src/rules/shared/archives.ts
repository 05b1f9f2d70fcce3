import type { Call } from "../../model/calls";
import { expandKnown } from "../../model/shell-variables";

/** Names of files that hold others, packed. */
export const archiveName = /\.(tar(\.(gz|bz2|xz|zst|lz|Z))?|tgz|tbz2?|txz|zip|7z|deb|rpm)$/i;

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The call takes the archive apart, or installs it. */
export function unpacks(call: Call, file: string): boolean {
  const { name, args, command } = call;
  if (!unpackers.test(name)) return false;
  if (
    name === "tar" &&
    !args.some(({ value }, at) => (at === 0 ? /^-?[A-Za-z]*x/ : /^-[A-Za-z]*x|^--(extract|get)$/).test(value))
  )
    return false;
  const words = [...args, ...command.redirects.flatMap(({ target }) => target ?? [])];
  return words.some((word) => matches(expandKnown(call.within, word), file));
}

const unpackers = /^(tar|bsdtar|unzip|7z|7za|7zr|dpkg|dpkg-deb|apt|apt-get|gdebi|rpm|yum|dnf|alien|xz|gunzip)$/;

/** The call deletes the file, moves it, or may do so: a folder that is not known, or what a script does. */
export function disposes(call: Call, file: string): boolean {
  const { name, args, program } = call;
  if (/clean/i.test(program)) return true;
  if (name === "find") return args.some(({ value }) => /^-(delete|exec)$/.test(value));
  if (!/^(rm|mv|unlink|shred|install)$/.test(name)) return false;
  const isRecursive = name === "rm" && args.some(({ value }) => /^-[a-zA-Z]*[rR]|^--recursive$/.test(value));
  return args.some((word) => {
    const path = expandKnown(call.within, word);
    if (path.startsWith("-")) return false;
    return matches(path, file) || (isRecursive && mayHold(path, file));
  });
}

/** A path or a pattern of the shell, compared with a file by its last part: which folder a step works in is not followed. */
function matches(path: string, file: string): boolean {
  const [pattern, name] = [baseName(path), baseName(file)];
  if (pattern === name) return pattern !== "";
  if (!/[*?[{$]/.test(pattern)) return false;
  const parts = pattern.split(/(\*|\?|\[[^\]]*\]|\{[^}]*\}|\$\{?\w+\}?)/);
  const source = parts.map((part, at) => (at % 2 === 0 ? escaped(part) : part === "?" ? "." : ".*"));
  return new RegExp(`^${source.join("")}$`).test(name);
}

/** `rm -rf /tmp/*` for `/tmp/x.tgz`; any other folder may be the one the step works in, unless the file's path says it is not. */
function mayHold(folder: string, file: string): boolean {
  const path = folder.replace(/[/*]+$/, "");
  return !file.startsWith("/") || file.startsWith(`${path}/`) || path.includes("$");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
