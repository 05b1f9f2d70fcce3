import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../cases-parse/", import.meta.url);

/** The Dockerfiles kept for reading: the features of the format, broken ones too. */
export const cases: readonly { readonly name: string; readonly text: string }[] = readdirSync(folder)
  .filter((file) => file.endsWith(".Dockerfile"))
  .sort()
  .map((file) => ({
    name: file.replace(/\.Dockerfile$/, ""),
    text: readFileSync(new URL(file, folder), "utf8"),
  }));
