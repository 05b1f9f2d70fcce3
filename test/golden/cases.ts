import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Workspace } from "../../server/src/alpinize";
import { folderWorkspace } from "../../server/src/workspace";

/** A Dockerfile whose conversions people have read and found right. */
export interface Case {
  readonly name: string;
  readonly text: string;
  readonly workspace: Workspace;
  /** Where the expected files stand. */
  readonly folder: string;
}

/**
 * The folders of test/cases. `example-NAME` has no Dockerfile of its own: it is that of examples/NAME.
 * @param root folder of the repository.
 */
export function readCases(root: string): Case[] {
  const cases = join(root, "test/cases");
  return readdirSync(cases)
    .sort()
    .map((name) => {
      const file = dockerfileOf(root, name);
      const context = dirname(file);
      return {
        name,
        text: readFileSync(file, "utf8"),
        workspace: folderWorkspace(context, context),
        folder: join(cases, name),
      };
    });
}

/** `example-flask-2.7` is examples/flask/Dockerfile.2.7. */
function dockerfileOf(root: string, name: string): string {
  const [, example, suffix] = /^example-([a-z]+)(?:-(.+))?$/.exec(name) ?? [];
  if (!example) return join(root, "test/cases", name, "Dockerfile");
  return join(root, "examples", example, suffix ? `Dockerfile.${suffix}` : "Dockerfile");
}

export function readExpected({ folder }: Case, file: string): string | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
