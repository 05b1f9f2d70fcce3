import { parse } from "jsonc-parser";
import { asRecord, asText } from "../manifests/values";
import type { BuildDefinition } from "./definition";

/** The build of a `devcontainer.json`; its paths are relative to its own folder. */
export function readDevcontainer(text: string, file: string): BuildDefinition[] {
  const root = asRecord(parse(text, [], { allowTrailingComma: true }));
  const build = asRecord(root.build);
  const dockerfile = asText(build.dockerfile) ?? asText(root.dockerFile);
  if (dockerfile === undefined) return [];
  const context = asText(build.context) ?? asText(root.context) ?? ".";
  const args = Object.entries(asRecord(build.args)).flatMap(([name, value]) =>
    typeof value === "string" && !value.includes("${") ? [[name, value] as const] : [],
  );
  return [
    { by: file, context, dockerfile, besideFile: true, target: asText(build.target), args: Object.fromEntries(args) },
  ];
}
