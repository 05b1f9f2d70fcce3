import type { Facts } from "../alpinize";
import {
  type AlpineAnswer,
  alpineAnswer,
  type DebianAnswer,
  debianAnswer,
  type Installed,
  nearestPackages as nearPackages,
  roles,
} from "../answers/package";
import { plainPlace } from "../answers/place";
import { formatSize, formatSource } from "../size/format";
import { count, type Terminal } from "./terminal";

/** As a Debian name with what it is on Alpine, or as an Alpine name. @returns false when it is neither. */
export function explainPackage(out: Terminal, word: string, facts: Facts): boolean {
  const place = plainPlace(facts);
  const debian = debianAnswer(word, place, facts);
  if (debian) explainDebian(out, debian, place.alpine.release);
  const isSaid = debian?.alpine?.packages.some(({ name }) => name === word);
  const alpine = isSaid ? undefined : alpineAnswer([word], place, facts);
  if (alpine) {
    heading(out, `Alpine package ${word}, release ${alpine.release}`);
    printAlpine(out, alpine);
  }
  return debian !== undefined || alpine !== undefined;
}

function explainDebian(out: Terminal, { name, meaning, alone, debian, alpine }: DebianAnswer, release: string): void {
  heading(out, `Debian package ${name}`);
  switch (meaning.kind) {
    case "packages":
      out.paragraph(`On Alpine ${release}: ${meaning.packages.join(" ")}`, "  ", 4);
      out.paragraph(`Role: ${roles[meaning.role]}`, "  ", 4);
      out.paragraph(`Evidence: ${meaning.evidence} (${Math.round(meaning.confidence * 100)}% sure)`, "  ", 4);
      break;
    case "none-needed":
      out.paragraph(`Not needed on Alpine: ${meaning.why}`, "  ", 4);
      break;
    case "no-equivalent":
      out.paragraph(`Not there on Alpine: ${meaning.why}`, "  ", 4);
      if (meaning.instead) out.paragraph(`Instead: ${meaning.instead}`, "  ", 4);
      break;
    case "unknown":
      out.line("  What it is on Alpine is not known");
  }
  if (debian) {
    const own = alone && debian.count > 0 ? `${formatSize(alone)} alone, ` : "";
    out.paragraph(`On ${debian.on}: ${own}${withNeeds(debian)}`, "  ", 4);
  }
  if (alpine) printAlpine(out, alpine);
}

function printAlpine(out: Terminal, { packages, together, refusal }: AlpineAnswer): void {
  for (const { name, provider, repository, alone } of packages) {
    const which = provider === undefined ? name : `${name}, provided by ${provider},`;
    out.paragraph(`${which} alone: ${formatSize(alone)} installed${repository ? `, from ${repository}` : ""}`, "  ", 4);
  }
  out.paragraph(`On ${together.on}: ${withNeeds(together)}`, "  ", 4);
  if (refusal !== undefined) out.paragraph(`apk would refuse it: ${refusal}`, "  ", 4);
}

function withNeeds({ disk, count: packages, unknown }: Installed): string {
  if (packages === 0) return "there already";
  const open = unknown.length > 0 ? `, without ${unknown.join(", ")}, whose size is unknown` : "";
  const source = formatSource(disk);
  return `with all that it needs ${formatSize(disk)} in ${count(packages, "package")}${open}${source ? ` (${source})` : ""}`;
}

/** Known names near to one that is not known. */
export function nearestPackages(word: string, facts: Facts): readonly string[] {
  const place = plainPlace(facts);
  return [...nearPackages(word, "apt", place, facts), ...nearPackages(word, "apk", place, facts)];
}

function heading(out: Terminal, text: string): void {
  out.line(out.paint(text, "bold"));
}
