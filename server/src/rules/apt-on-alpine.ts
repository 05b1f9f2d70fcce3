import type { Stage } from "../model/build";
import { distributionOf } from "../model/platform";
import { sourceSpan } from "../model/run";
import { invocation } from "../shell/invocation";
import type { Rule } from "./rule";
import { fixByConversion } from "./shared/by-conversion";

const programs: ReadonlySet<string> = new Set(["apt-get", "apt", "aptitude", "apt-key", "add-apt-repository"]);

export const aptOnAlpine: Rule = {
  name: "apt-on-alpine",
  severity: "error",
  summary: "Debian's package manager is called on an Alpine image",
  why: `Alpine has \`apk\`, and no \`apt-get\`: the build ends with \`apt-get: not found\`. \`apk add --no-cache\` takes the place of
\`apt-get update\` and \`apt-get install -y\`, and needs no clean-up behind it. Many packages have another name there;
\`alpinize explain NAME\` tells it.

Commands that only run under a condition, such as \`command -v apt-get\`, are left alone.`,
  related: [],
  fix: "review",
  examples: [
    {
      before: "FROM alpine:3.24\nRUN apt-get update && apt-get install -y curl\n",
      after: "FROM alpine:3.24\nRUN apk add --no-cache curl\n",
    },
  ],
  leftAlone: [
    {
      why: "the script asks first which package manager there is",
      text: "FROM alpine:3.24\nRUN if command -v apt-get; then apt-get install -y curl; else apk add --no-cache curl; fi\n",
    },
    { why: "it is text, not a command", text: "FROM alpine:3.24\nRUN echo 'on Debian use apt-get install'\n" },
  ],
  *check(context) {
    const { build, facts } = context;
    for (const stage of build.stages) {
      if (distributionOf(stage, facts)?.name !== "alpine" || bringsApt(stage)) continue;
      for (const run of stage.runs) {
        const calls = run.script.commands.filter(({ conditional }) => !conditional).map(invocation);
        const [first] = calls.filter(({ name }) => programs.has(name));
        if (!first) continue;
        const message = `Alpine has no ${first.name}, so the build fails here. Use \`apk add --no-cache\` with Alpine's names of the packages.`;
        const fix = fixByConversion(context, run, "packages", "Use apk and Alpine's names of the packages");
        yield { span: sourceSpan(run, first.nameSpan), message, ...(fix && { fix }) };
      }
    }
  },
};

/** Alpine does have a package named apt, for those who make Debian systems. */
function bringsApt(stage: Stage): boolean {
  return stage.runs.some(({ script }) =>
    script.commands.some(({ name, args }) => name === "apk" && args.some(({ value }) => value === "apt")),
  );
}
