import type { Facts } from "../alpinize";
import {
  type AlpineAnswer,
  alpineAnswer,
  type DebianAnswer,
  debianAnswer,
  type Installed,
  nearestPackages,
  roles,
} from "../answers/package";
import type { Place } from "../answers/place";
import type { Size } from "../facts/types";
import { formatSize, formatSource } from "../size/format";
import { blocks, type Column, code, plain, table } from "./markdown";

const columns: readonly Column[] = [
  { title: "" },
  { title: "alone", isFigure: true },
  { title: "with what it needs", isFigure: true },
];

/** What a word of `apt-get install` is on Alpine, and what it takes on both. */
export function debianMarkdown(word: string, place: Place, facts: Facts): string {
  const answer = debianAnswer(word, place, facts);
  if (!answer) return unknown(word, "Debian", nearestPackages(word, "apt", place, facts));
  const alpine = answer.alpine ? alpineRows(answer.alpine) : [];
  const rows = [...debianRow(answer), ...alpine];
  return blocks(
    meaning(answer, place),
    rows.length > 0 ? table(columns, rows) : undefined,
    ...remarks(answer),
    answer.alpine && refusal(answer.alpine),
    sources([answer.debian?.disk, answer.alpine?.together.disk]),
  );
}

/** What a word of `apk add` takes. */
export function alpineMarkdown(word: string, place: Place, facts: Facts): string {
  const answer = alpineAnswer([word], place, facts);
  const { release } = place.alpine;
  if (!answer) return unknown(word, `Alpine ${release}`, nearestPackages(word, "apk", place, facts));
  const [own] = answer.packages;
  const standsFor = own?.provider === undefined ? "" : `: ${code(own.provider)}, in ${own.repository}`;
  const what =
    own?.repository && standsFor === ""
      ? `a package of Alpine ${release}, in ${own.repository}`
      : `a name in Alpine ${release} that another package stands for${standsFor}`;
  return blocks(
    `**${plain(word)}**: ${what}`,
    table(columns, alpineRows(answer)),
    refusal(answer),
    sources([answer.together.disk]),
  );
}

function meaning({ name, meaning: answer }: DebianAnswer, place: Place): string {
  const lead = `**${plain(name)}**, a Debian package`;
  const release = `Alpine ${place.alpine.release}`;
  switch (answer.kind) {
    case "packages":
      return `${lead}: on ${release} ${answer.packages.map(code).join(" and ")}`;
    case "none-needed":
      return `${lead}: not needed on ${release}. ${plain(answer.why)}.`;
    case "no-equivalent":
      return `${lead}: not there on ${release}. ${plain(answer.why)}.${answer.instead ? ` Instead: ${plain(answer.instead)}.` : ""}`;
    case "unknown":
      return `${lead}: what it is on Alpine is not known.${didYouMean(answer.nearest)}`;
  }
}

function debianRow({ alone, debian }: DebianAnswer): string[][] {
  if (!debian) return [];
  return [[`on ${code(debian.on)}`, alone ? formatSize(alone) : "", withNeeds(debian)]];
}

function alpineRows({ packages, together }: AlpineAnswer): string[][] {
  const [first, ...others] = packages;
  if (others.length === 0)
    return [[`on ${code(together.on)}`, first ? formatSize(first.alone) : "", withNeeds(together)]];
  return [
    ...packages.map(({ name, alone }) => [code(name), formatSize(alone), ""]),
    [`on ${code(together.on)}`, "", withNeeds(together)],
  ];
}

function withNeeds({ disk, count, unknown }: Installed): string {
  if (count === 0) return "there already";
  const open = unknown.length > 0 ? `, ${unknown.length} of unknown size` : "";
  return `${formatSize(disk)}, ${count} ${count === 1 ? "package" : "packages"}${open}`;
}

function remarks({ meaning: answer }: DebianAnswer): string[] {
  if (answer.kind !== "packages") return [];
  const role = `${roles[answer.role].charAt(0).toUpperCase()}${roles[answer.role].slice(1)}`;
  return [`${role}. Evidence: ${plain(answer.evidence)} (${Math.round(answer.confidence * 100)}% sure).`];
}

function refusal(answer: AlpineAnswer): string | undefined {
  return answer.refusal === undefined ? undefined : `apk would refuse it: ${plain(answer.refusal)}`;
}

function sources(sizes: readonly (Size | undefined)[]): string | undefined {
  const texts = new Set(sizes.flatMap((size) => (size?.bytes ? [formatSource(size)] : [])).filter(Boolean));
  return texts.size > 0 ? `Figures: ${[...texts].map(plain).join("; ")}.` : undefined;
}

function unknown(word: string, where: string, near: readonly string[]): string {
  return `**${plain(word)}**: ${where} has no package of this name, as far as is known.${didYouMean(near)}`;
}

function didYouMean(near: readonly string[]): string {
  return near.length > 0 ? ` Did you mean ${near.slice(0, 3).map(code).join(" or ")}?` : "";
}
