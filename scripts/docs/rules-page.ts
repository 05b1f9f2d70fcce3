import { type Example, type LookAlike, type Rule, rules } from "../../server/src/rules";
import { table } from "./table";

const fixes: Record<Rule["fix"], string> = {
  safe: "safe",
  review: "to be reviewed",
  none: "none",
};

const silencing = `A rule is silenced for one instruction by a comment above it or between its lines, and for the whole file by a global one:

\`\`\`dockerfile
# alpinize global ignore=debian-base-image
FROM debian:bookworm-slim
# alpinize ignore=build-dependencies-kept,pip-cache-kept
RUN apt-get update && apt-get install -y gcc && pip install uwsgi
\`\`\`

Comments of hadolint (\`# hadolint ignore=DL3042\`) count for the rules that name theirs as related. For a whole project, a file
\`.alpinize.json\` in the folder of the Dockerfile, or in the nearest one above it that has one, says how severe each rule's findings are;
comments are allowed in it:

\`\`\`jsonc
{
  "rules": {
    "debian-base-image": "off", // or "error", "warning", "information", "hint"
    "apk-cache-kept": "error"
  }
}
\`\`\`

The editor's setting \`alpinize.rules\` takes the same names; the project's file goes before it.`;

/** docs/rules.md as the rules have it. */
export function rulesPage(): string {
  return [
    "<!-- Made from the rules by `npm run docs`; edit server/src/rules instead. -->",
    "# Rules",
    [
      "A **safe** fix leaves the running image as it is, only smaller or cleaner; `alpinize fix` and *fix all* apply these.",
      "A fix **to be reviewed** may change how the image behaves: it is offered, and never applied by itself.",
      "",
      "What breaks on Alpine has a severity of its own. **block** cannot work there: the stage is not converted, and Alpine is not suggested.",
      "**error** fails until it is changed. While the stage stands on Debian, where nothing is broken, both are shown as information, and less as a hint.",
      "",
      "`alpinize explain RULE` prints what stands here.",
    ].join("\n"),
    silencing,
    rulesTable(""),
    ...rules.map(section),
  ].join("\n\n");
}

/** @param page where the rules are explained, for the links. */
export function rulesTable(page: string): string {
  const rows = rules.map(({ name, severity, hazard, fix, summary }) => [
    `[${name}](${page}#${name})`,
    hazard ?? severity,
    fixes[fix],
    summary,
  ]);
  return table([["rule", "severity", "fix", "what it finds"], ...rows]);
}

function section(rule: Rule): string {
  const { name, summary, severity, hazard, fix, why, related, examples, leftAlone } = rule;
  return [
    `## ${name}`,
    `${summary}. Severity: ${hazard ? `${hazard} on Alpine` : severity}. Fix: ${fixes[fix]}.`,
    why,
    ...examples.map(example),
    `Left alone:\n\n${leftAlone.map(lookAlike).join("\n")}`,
    ...(related.length > 0 ? [`Related: ${related.join(", ")}.`] : []),
  ].join("\n\n");
}

function example({ before, after, files }: Example): string {
  return [
    ...Object.entries(files ?? {}).map(([path, text]) => `\`${path}\`:\n\n${code("text", text)}`),
    code("dockerfile", before),
    ...(after === undefined ? [] : ["becomes", code("dockerfile", after)]),
  ].join("\n\n");
}

function lookAlike({ why }: LookAlike): string {
  return `- ${why}`;
}

function code(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
