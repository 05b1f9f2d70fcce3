import { type Answer, coverage } from "./hazard-coverage";
import { table } from "./table";

const root = "../server/src";

/** docs/hazards.md: what is done about each known hazard. */
export function hazardsPage(): string {
  const rows = coverage.map(({ id, hazard, answers, not }) => [
    id,
    hazard,
    answers.map(said).join(", ") || "nothing",
    not ?? "",
  ]);
  const answered = coverage.filter(({ answers }) => answers.length > 0).length;
  return [
    "<!-- Made by `npm run docs`; edit scripts/docs/hazard-coverage.ts instead. -->",
    "# What breaks on Alpine, and what is done about it",
    `Fifty things that were seen to break, slow down or grow when a Debian Dockerfile moves to Alpine. ${answered} of them have an answer: a rule
that tells of them, a part of the conversion that takes care of them, or a stop with the reason. Of the others it is said why not.`,
    table([["", "hazard", "answer", "left out"], ...rows]),
  ].join("\n\n");
}

function said(answer: Answer): string {
  if ("rule" in answer) return `rule [${answer.rule}](rules.md#${answer.rule})`;
  if ("stop" in answer) return `stop [${nameOf(answer.stop)}](${root}/${answer.stop})`;
  return `conversion [${nameOf(answer.conversion)}](${root}/${answer.conversion})`;
}

function nameOf(file: string): string {
  return file.replace(/^.*\/(?=[^/]+\/index\.ts$)|^.*\/(?!index\.ts$)|(\/index)?\.ts$/g, "");
}
