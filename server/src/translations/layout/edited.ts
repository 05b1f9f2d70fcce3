/**
 * A step that changes a file by sed.
 * @param pattern `extended` for `( )` and `|`.
 */
export function edited(file: string, edits: readonly string[], pattern: "basic" | "extended" = "basic"): string {
  const scripts = edits.length === 1 ? `'${edits[0]}'` : edits.map((edit) => `-e '${edit}'`).join(" ");
  return `sed -i ${pattern === "extended" ? "-E " : ""}${scripts} ${file}`;
}
