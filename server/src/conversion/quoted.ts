import type { Dockerfile } from "../dockerfile/types";
import type { Run } from "../model/run";
import type { TextEdit } from "../text/edits";

/** False when a new text cannot stand within the quotes around a script. */
export function fitInQuotes(edits: readonly TextEdit[], { quoting, script }: Run): boolean {
  const bad = quoting === "'" ? /'/ : quoting === '"' ? /[`\\]|\$(?!\w|\{\w+\})/ : /["'\\$|;&]/;
  return edits.every(({ newText }) => {
    // The outer shell fills in variables: those of the script's own words, and none that a new step sets.
    const names = quoting === '"' ? (newText.match(/\$(?:\w+|\{\w+\})/g) ?? []) : [];
    return !bad.test(newText) && names.every((name) => script.text.includes(name));
  });
}

/** An edit of a script, written as the quotes around it want it. */
export function quoted({ span, newText }: TextEdit, { quoting }: Run, { text }: Dockerfile): TextEdit {
  switch (quoting) {
    case "json":
      return { span, newText: newText.replaceAll(" ", '", "') };
    case '"': {
      // A quote of the inner text stands behind a backslash.
      const isEscaped = text.slice(span.start - 1, span.start + 1) === '\\"';
      const start = isEscaped ? span.start - 1 : span.start;
      return {
        span: { start, end: span.end === span.start ? start : span.end },
        newText: newText.replaceAll('"', '\\"'),
      };
    }
    default:
      return { span, newText };
  }
}
