import { rules } from "../../server/src/rules";
import { ruleSettings } from "../../server/src/rules/settings";
import { hazardsPage } from "./hazards-page";
import { rulesPage, rulesTable } from "./rules-page";

/** A file that is made from the rules, or has a part that is. */
export interface GeneratedFile {
  /** From the root of the project. */
  readonly path: string;
  /** @param current the file's text; empty when there is none yet. */
  write(current: string): string;
}

export const generatedFiles: readonly GeneratedFile[] = [
  { path: "docs/rules.md", write: () => `${rulesPage()}\n` },
  { path: "docs/hazards.md", write: () => `${hazardsPage()}\n` },
  { path: "README.md", write: (current) => between(current, "rules", rulesTable("docs/rules.md")) },
  { path: "package.json", write: settings },
];

/** Replaces what stands between `<!-- NAME -->` and `<!-- /NAME -->`. */
function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) return text;
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/** The setting `alpinize.rules`, with a property for each rule. */
function settings(text: string): string {
  const manifest = JSON.parse(text);
  const { properties } = manifest.contributes.configuration;
  properties["alpinize.rules"] = {
    type: "object",
    scope: "resource",
    order: 4,
    markdownDescription:
      "How severe the findings of a rule are, or `off`. A `.alpinize.json` in the folder of the Dockerfile or above it goes before this.",
    default: {},
    additionalProperties: false,
    properties: Object.fromEntries(
      rules.map(({ name, severity, summary }) => [
        name,
        {
          enum: ruleSettings,
          default: severity,
          markdownDescription: `${summary}.`,
        },
      ]),
    ),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
