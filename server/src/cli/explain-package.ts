import type { Facts } from "../alpinize";
import { formatSize } from "../size/format";
import { count, type Terminal } from "./terminal";

const roles = {
  build: "needed to build only",
  run: "needed at run time",
  tool: "a tool; needed at run time only when the image runs it",
} as const;

/** As a Debian name with what it is on Alpine, or as an Alpine name. @returns false when it is neither. */
export function explainPackage(out: Terminal, word: string, facts: Facts): boolean {
  const release = facts.alpine.newest;
  const answer = facts.names.toAlpine(word, { release, family: undefined });
  const isAlpine = facts.alpine.package(word, release) !== undefined;
  switch (answer.kind) {
    case "packages":
      heading(out, `Debian package ${word}`);
      out.paragraph(`On Alpine ${release}: ${answer.packages.join(" ")}`, "  ", 4);
      out.paragraph(`Role: ${roles[answer.role]}`, "  ", 4);
      out.paragraph(`Evidence: ${answer.evidence} (${Math.round(answer.confidence * 100)}% sure)`, "  ", 4);
      printInstalled(out, answer.packages, facts);
      break;
    case "none-needed":
      heading(out, `Debian package ${word}`);
      out.paragraph(`Not needed on Alpine: ${answer.why}`, "  ", 4);
      break;
    case "no-equivalent":
      heading(out, `Debian package ${word}`);
      out.paragraph(`Not there on Alpine: ${answer.why}`, "  ", 4);
      if (answer.instead) out.paragraph(`Instead: ${answer.instead}`, "  ", 4);
      break;
    case "unknown":
      break;
  }
  const isSaid = answer.kind === "packages" && answer.packages.includes(word);
  if (isAlpine && !isSaid) {
    heading(out, `Alpine package ${word}, release ${release}`);
    printInstalled(out, [word], facts);
  }
  return isAlpine || answer.kind !== "unknown";
}

/** Known names near to one that is not known. */
export function nearestPackages(word: string, { alpine, names }: Facts): readonly string[] {
  const answer = names.toAlpine(word, { release: alpine.newest, family: undefined });
  return [...(answer.kind === "unknown" ? answer.nearest : []), ...alpine.nearest(word, alpine.newest)];
}

function heading(out: Terminal, text: string): void {
  out.line(out.paint(text, "bold"));
}

function printInstalled(out: Terminal, names: readonly string[], { alpine, images }: Facts): void {
  const release = alpine.newest;
  for (const name of names) {
    const size = alpine.package(name, release)?.installed ?? { bytes: undefined, basis: "unknown" as const };
    out.line(`  ${name} alone: ${formatSize(size)} installed`);
  }
  const { packages, installed, unknownSizes } = alpine.closure(names, release, images.preinstalled("alpine", release));
  const open = unknownSizes.length > 0 ? `, without ${unknownSizes.join(", ")}, whose size is unknown` : "";
  out.paragraph(
    `With all that they need: ${formatSize(installed)} in ${count(packages.length, "package")}${open}`,
    "  ",
    4,
  );
}
