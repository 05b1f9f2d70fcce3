import type { NameAnswer } from "./types";

/** True when it is known what a name is on Alpine: packages, or nothing. */
export function isAnswered({ kind }: NameAnswer): boolean {
  return kind === "packages" || kind === "none-needed";
}
