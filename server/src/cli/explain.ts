import type { Facts } from "../alpinize";
import { shippedFacts } from "../shipped";
import type { Command, Invocation } from "./command";
import { explainImage, namesTag, nearestImages } from "./explain-image";
import { explainPackage, nearestPackages } from "./explain-package";
import { explainRule, nearestRules } from "./explain-rule";
import { type ExitCode, exit, Failure } from "./failure";
import { didYouMean } from "./nearest";

export const explain: Command = {
  name: "explain",
  operands: "RULE|PACKAGE|IMAGE",
  summary: "say what is known of a rule, a Debian or Alpine package, or an image",
  details: ["What is both a package and an image is explained as both."],
  options: {},
  run,
};

async function run({ operands, out }: Invocation): Promise<ExitCode> {
  const [word, ...others] = operands;
  if (!word?.trim() || others.length > 0) {
    throw new Failure("explain takes one word. Example: alpinize explain libpq-dev");
  }
  if (explainRule(out, word)) return exit.done;
  const facts = shippedFacts();
  const explained = [explainImage(out, word, facts), !namesTag(word, facts) && explainPackage(out, word, facts)];
  if (!explained.includes(true)) {
    throw new Failure(`Nothing is known of ${word}.${didYouMean(suggestions(word, facts))}`);
  }
  return exit.done;
}

/** At most five, the most likely last, as a sentence puts it. */
function suggestions(word: string, facts: Facts): string[] {
  const images = nearestImages(word, facts);
  if (namesTag(word, facts)) return [...images];
  return [...new Set([...images, ...nearestPackages(word, facts), ...nearestRules(word)])].slice(0, 5);
}
