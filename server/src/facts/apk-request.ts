import { compareVersions, startsWith } from "./apk-version";

/** One word of `apk add` or of a package's dependencies. */
export interface ApkRequest {
  readonly word: string;
  readonly name: string;
  /** `!name`: must not be installed. */
  readonly conflict: boolean;
  /** `<`, `<=`, `=`, `>=`, `>`, `~` and the like; empty without a version. */
  readonly operator: string;
  readonly version: string;
}

/** Reads `name`, `!name`, `name=1.2-r0`, `name>=1`, `name~1.2`, `name@repository`. */
export function readApkRequest(word: string): ApkRequest {
  const conflict = word.startsWith("!");
  const [, name = "", operator = "", version = ""] = /^!?([^<>=~@]*)(?:@[^<>=~]*)?([<>=~]*)(.*)$/.exec(word) ?? [];
  return { word, name, conflict, operator, version };
}

/** Whether a version answers a request, by apk's order of versions. */
export function fits(version: string, { operator, version: wanted }: ApkRequest): boolean {
  if (operator === "") return true;
  // `~1.2` takes every version that starts so, `>~` and `<~` also what is beyond.
  if (operator.includes("~") && startsWith(version, wanted)) return true;
  const order = compareVersions(version, wanted);
  return (
    (operator.includes("<") && order < 0) ||
    (operator.includes(">") && order > 0) ||
    (operator.includes("=") && !operator.includes("~") && order === 0)
  );
}
