import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Facts } from "../../server/src/alpinize";
import { readAhead } from "../properties/ash-syntax";
import { type Measured, measure, shellTexts } from "./measure";

/** What the main process asks for. */
export interface Task {
  readonly folder: string;
  readonly files: readonly string[];
}

/** `begin` comes before each file, so that the one that never ends is known. */
export type Report = { readonly begin: string } | { readonly results: readonly Measured[] };

/** Measures the files of each task that comes in; ash reads what stands in all their conversions together. */
export function work(facts: Facts): void {
  const send = (report: Report) => process.send?.(report);
  process.on("message", ({ folder, files }: Task) => {
    const texts = files.map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
    const scripts = texts.flatMap(({ file, text }) => {
      send({ begin: file });
      return shellTexts(text, facts);
    });
    readAhead(scripts);
    const results = texts.map(({ file, text }) => {
      send({ begin: file });
      return measure(file, text, facts);
    });
    send({ results });
  });
}
