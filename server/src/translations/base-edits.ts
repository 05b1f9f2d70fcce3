import type { Word } from "../dockerfile/types";
import { distributionOf } from "../facts/image-tag";
import type { Build } from "../model/build";
import { expand, type Segment, textOf } from "../model/variables";
import type { TextEdit } from "../text/edits";

/** How the new reference is written in place of the old one. */
export interface BaseEdits {
  readonly edits: readonly TextEdit[];
  /** Variables that told a part of the old reference and have none in the new one, as written. */
  readonly lost: readonly string[];
}

/** Keeps the variables in the word that the new reference still holds the values of, or changes the default of an ARG. */
export function baseEdits(word: Word, segments: readonly Segment[], to: string, build: Build): BaseEdits {
  const kept = keepVariables(segments, to);
  if (kept?.lost.length === 0) return { edits: [{ span: word.span, newText: kept.text }], lost: [] };
  const changed = argumentEdit(segments, to, build);
  if (changed) return changed;
  const text = kept?.text ?? to;
  const isGone = ({ raw, value }: Segment) => raw !== value && !text.includes(raw) && !isOfDebian(value);
  return { edits: [{ span: word.span, newText: text }], lost: segments.filter(isGone).map(({ raw }) => raw) };
}

/** What Alpine has none of: `bookworm`, `slim`, `bookworm-slim`, `trixie-20260713-slim`. */
function isOfDebian(value: string): boolean {
  const words = value.split("-").filter((one) => one !== "slim" && !/^\d{8}$/.test(one));
  return words.every((one) => one === "" || distributionOf(one) !== undefined);
}

/** The new reference with the variables in it whose values it holds; undefined when it holds none. */
function keepVariables(
  segments: readonly Segment[],
  to: string,
): { readonly text: string; readonly lost: readonly string[] } | undefined {
  let text = "";
  let position = 0;
  const lost: string[] = [];
  for (const { value, variable, raw } of segments) {
    if (variable === undefined) continue;
    const at = value === "" ? -1 : to.indexOf(value, position);
    const isWhole = at >= 0 && /^(?:$|[-:/@.])/.test(to.slice(at + value.length)) && /^$|[-:/@]/.test(to[at - 1] ?? "");
    if (!isWhole) {
      lost.push(raw);
      continue;
    }
    text += to.slice(position, at) + raw;
    position = at + value.length;
  }
  const hasSome = position > 0 || segments.every(({ variable }) => variable === undefined);
  return hasSome ? { text: text + to.slice(position), lost } : undefined;
}

/** When one variable holds all that must change: its default becomes what is left of the new reference. */
function argumentEdit(segments: readonly Segment[], to: string, build: Build): BaseEdits | undefined {
  for (const [at, { variable, raw }] of segments.entries()) {
    if (variable === undefined || raw.includes("-")) continue;
    const before = textOf(segments.slice(0, at));
    const after = textOf(segments.slice(at + 1));
    if (!to.startsWith(before) || !to.endsWith(after) || to.length <= before.length + after.length) continue;
    const edit = defaultEdit(variable, to.slice(before.length, to.length - after.length), build);
    if (edit) return edit;
  }
  return undefined;
}

/** The ARG before the first FROM gets this default, with the variables of its own that it still holds. */
function defaultEdit(variable: string, value: string, build: Build): BaseEdits | undefined {
  const word = build.globalArgs
    .flatMap((instruction) => instruction.words)
    .findLast(({ value: text }) => text.startsWith(`${variable}=`));
  const equals = word?.raw.indexOf("=") ?? -1;
  if (!word || equals < 0) return undefined;
  const [, quote = "", old = ""] = /^(["']?)(.*)\1$/.exec(word.raw.slice(equals + 1)) ?? [];
  const segments = quote === "'" ? undefined : expand(old, (name) => build.stages[0]?.globals.value(name));
  const kept = segments && keepVariables(segments, value);
  const text = kept?.text ?? value;
  const lost = (segments ?? []).filter(
    ({ raw, value: known, variable: name }) => name !== undefined && !text.includes(raw) && !isOfDebian(known),
  );
  const span = { start: word.span.start + equals + 1, end: word.span.end };
  return { edits: [{ span, newText: `${quote}${text}${quote}` }], lost: lost.map(({ raw }) => raw) };
}
