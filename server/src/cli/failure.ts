/** What a user did that cannot be done, or what stands in the way outside of us: one clear line, and exit code 2. */
export class Failure extends Error {}

/** The exit codes of every command. */
export const exit = {
  /** Done, or nothing to do. */
  done: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** Wrong use, or input that cannot be read. */
  failure: 2,
  /** A part could not be converted. */
  incomplete: 3,
  /** apk would refuse what was asked for. */
  refused: 3,
} as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** Why the system refused, for people. @param verb `read` or `written`. */
export function systemReason(error: unknown, verb: "read" | "written"): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOENT":
      return "there is no such file";
    case "ENOTDIR":
      return "there is no such file: a part of the path is not a folder";
    case "EISDIR":
      return "this is a folder";
    case "EACCES":
    case "EPERM":
      return `it may not be ${verb}: permission is denied`;
    case "EROFS":
      return "it cannot be written: the disk is read-only";
    case "ENOSPC":
      return "it cannot be written: the disk is full";
    default:
      return `it cannot be ${verb} (${code || (error instanceof Error ? error.message : String(error))})`;
  }
}
