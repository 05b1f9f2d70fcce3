import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { systemReason } from "./failure";

/** Folders that hold other people's files, or none to check. */
const skipped: ReadonlySet<string> = new Set(["node_modules", ".git"]);

const dockerfile = /^(?:(?:Docker|Container)file(?:\..+)?|.+\.(?:docker|container)file)$/i;

export interface Found {
  /** In a stable order. */
  readonly files: readonly string[];
  /** One line per operand or folder that could not be looked at. */
  readonly failures: readonly string[];
}

/** The files to check: each file that is named, and the Dockerfiles in the folders that are named. */
export async function findFiles(operands: readonly string[]): Promise<Found> {
  const files: string[] = [];
  const failures: string[] = [];
  const enter = async (folder: string): Promise<void> => {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      entries.sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const entry of entries) {
        const path = join(folder, entry.name);
        if (entry.isDirectory() && !skipped.has(entry.name)) await enter(path);
        else if (isDockerfile(entry.name) && (await isFile(path))) files.push(path);
      }
    } catch (error) {
      failures.push(`${folder}: ${systemReason(error, "read")}.`);
    }
  };
  for (const operand of operands) {
    // What cannot be looked at is told by whoever reads it.
    if (operand !== "-" && (await isFolder(operand))) await enter(operand);
    else files.push(operand);
  }
  return { files: [...new Set(files)], failures };
}

/** By its name. `Dockerfile.dockerignore` belongs to a Dockerfile and is none. */
function isDockerfile(name: string): boolean {
  return dockerfile.test(name) && !/\.dockerignore$/i.test(name);
}

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Follows links to files; links to folders are not entered, as they may lead in circles. */
const isFile = (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
