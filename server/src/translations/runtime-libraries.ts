export interface KeepRuntimeLibraries {
  /**
   * Folders that hold what the build made or fetched, as the shell of this step names them; they may hold variables, globs
   * and `~`, or be shell words already (`"$HOME"/.local`). They may be missing. A root that is itself a symbolic link is not followed.
   */
  readonly roots: readonly string[];
  /** White space before a further step of the RUN. */
  readonly indent: string;
  /** A file that takes the packages' names in place of keeping them here: for an image that is made of copied files. */
  readonly into?: string;
}

/** There in every Alpine image, and where the official images keep what pip, gem and npm -g install. */
const local = "/usr/local";

/**
 * One step of a RUN that stands before `apk del` of the build dependencies: it asks apk to keep each package whose
 * shared libraries the files below the roots are linked to.
 *
 * - `set -o pipefail` in parentheses: a missing scanelf fails the RUN, and the user's own pipelines stay as they were.
 * - scanelf ends with 1 when the last folder it was given is missing, so the one that cannot be missing stands last.
 * - `--format '%n#p'` prints the needed names alone, joined by commas; no path and no column has to be parsed.
 * - `apk info --installed` prints the package that provides a name, and fails when none that is installed does.
 *   What fails here is nothing that apk could keep: libraries that wheels carry along, files built for glibc, Android or
 *   another processor, and Python's tkinter, which the official images ship without Tk. Asking `apk add` for one of
 *   these names would fail the RUN. What the build linked to is installed at this point, so nothing is missed.
 * - The packages join the image's own list. A virtual package would replace the one of the same name that an earlier
 *   RUN or the base image had made, and so remove the libraries that were kept there (or, on Alpine 3.9, stay
 *   as it was and so lose the new ones).
 * - `--no-network`: everything is installed already; `-r`: an empty list is no error; `-t`: the build log names them.
 *
 * Libraries that a program opens by name while it runs (dlopen, ctypes, ffi) are not seen, and only root may do this.
 *
 * @returns lines of shell text, to be joined by line continuations; none starts with `#` or holds the escape character
 *   at its end.
 */
export function keepRuntimeLibraries({ roots, indent, into }: KeepRuntimeLibraries): string[] {
  const others = roots.filter((root) => root !== local && !root.startsWith(`${local}/`));
  const folders = [...new Set(others.map(word)), local].join(" ");
  const pipe = `${indent}    | `;
  return [
    `( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' ${folders}`,
    `${pipe}tr ',' '\\n' | sort -u`,
    `${pipe}while read -r library; do apk info --installed "so:$library" || true; done`,
    into === undefined ? `${pipe}xargs -rt apk add --no-network )` : `${pipe}sort -u > ${into} )`,
  ];
}

/** A word for the shell: quoted when it holds more than plain characters, globs and `~` excepted. */
function word(path: string): string {
  return /^[\w./@%+:~*-]+$/.test(path) || path.startsWith('"') ? path : `"${path.replace(/["\\`]/g, "\\$&")}"`;
}
