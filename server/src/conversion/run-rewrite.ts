import { cut, cutInstruction, lineStart, nextLine } from "../dockerfile/cut";
import type { Dockerfile } from "../dockerfile/types";
import { type Run, sourceSpan } from "../model/run";
import type { ShellCommand, Step, StepList } from "../shell/types";
import { encloses, type Span, sortEdits, type TextEdit } from "../text/edits";
import { type Layout, layoutOf, separatorOf, setsErrexit } from "./layout";
import { fitInQuotes, quoted } from "./quoted";

/** Collects what shall change in one RUN, and turns it into edits on the document. */
export class RunRewrite {
  readonly layout: Layout;
  private readonly removed = new Set<Step>();
  /** In the script's text. */
  private readonly changes: TextEdit[] = [];
  private readonly edits: TextEdit[] = [];
  private all = false;
  private readonly first: string[][] = [];
  private readonly last: string[][] = [];

  constructor(
    readonly file: Dockerfile,
    readonly run: Run,
  ) {
    this.layout = layoutOf(file, run);
  }

  /** Takes a step out of its list, with the operator that joined it. */
  remove(step: Step): void {
    this.removed.add(step);
  }

  /** The whole instruction goes. */
  removeAll(): void {
    this.all = true;
  }

  get removedSteps(): readonly Step[] {
    return [...this.removed];
  }

  isRemoved(step: Step): boolean {
    return this.removed.has(step);
  }

  /** Replaces a range of the script's text; an empty text takes the range out and keeps the comment lines inside. */
  replace(span: Span, newText: string): void {
    this.changes.push({ span, newText });
  }

  /** An edit of the instruction outside its script, such as a flag. */
  edit(edit: TextEdit): void {
    this.edits.push(edit);
  }

  /** A step to run before all others; its lines are joined by line continuations. */
  prepend(lines: readonly string[]): void {
    this.first.push([...lines]);
  }

  /** A step to run when all others have succeeded. */
  append(lines: readonly string[]): void {
    this.last.push([...lines]);
  }

  /** A step to run right before one. */
  insertBefore({ span: { start } }: Step, lines: readonly string[]): void {
    this.changes.push({ span: { start, end: start }, newText: this.before(lines) });
  }

  /** Puts steps in the place of one. */
  replaceStep(step: Step, steps: readonly (readonly string[])[]): void {
    const [first = [], ...others] = steps;
    this.replace(step.span, this.glue(first) + others.map((lines) => this.separate(lines)).join(""));
  }

  /** A further step, with what joins it to the one before. */
  separate(lines: readonly string[]): string {
    return this.separator(this.layout.join === "newline" ? "&& leading" : this.layout.join) + this.glue(lines);
  }

  /** Nothing is left that does anything; `set` alone has no effect behind its own RUN. */
  get isEmpty(): boolean {
    this.settle(this.run.script.steps);
    return this.remaining(this.run.script.steps).every(({ command }) => command !== undefined && isIdle(command));
  }

  /** The instruction as a whole goes. */
  get isGone(): boolean {
    return this.all || (this.isEmpty && this.first.length + this.last.length === 0 && this.removed.size > 0);
  }

  /** What changes outside of the instruction: lists of packages that ENV and ARG hold, which other RUNs may use too. */
  get editsElsewhere(): readonly TextEdit[] {
    const { span } = this.run.instruction;
    return this.edits.filter((edit) => edit.span.end <= span.start || edit.span.start >= span.end);
  }

  toEdits(): TextEdit[] {
    if (this.isGone) return [...this.editsElsewhere, ...cutInstruction(this.file, this.run.instruction)];
    const edits = this.scriptEdits().map((edit) => quoted(edit, this.run, this.file));
    return [...this.edits.filter((edit) => !this.insideRemoved(edit)), ...edits];
  }

  /** What changes in the script, as if no quotes stood around it. */
  private scriptEdits(): TextEdit[] {
    const changes = this.changed();
    return [...changes, ...this.removedBodies(changes), ...this.additions()];
  }

  /** False when a new text cannot stand within the quotes around this script. */
  get fits(): boolean {
    return this.run.quoting === undefined || this.isGone || fitInQuotes(this.scriptEdits(), this.run);
  }

  /**
   * Takes out what nothing hangs on any more: groups that are empty, alternatives of what counts as a success, and the tests
   * before removed steps (`[ -z "$x" ] || REMOVED`), which alone could end the RUN.
   */
  private settle({ steps }: StepList): void {
    for (const [index, step] of steps.entries()) {
      for (const body of step.bodies) this.settle(body);
      if (this.isEmptyGroup(step)) this.removed.add(step);
      const removesNext = this.removed.has(step) && !isJoined(steps[index - 1]) && step.operator === "||";
      for (let at = index + 1; removesNext && steps[at]; at++) {
        this.removed.add(steps[at] as Step);
        if (steps[at]?.operator !== "||") break;
      }
    }
    for (const [index, step] of steps.entries()) {
      if (this.removed.has(step) || !isJoined(step) || isJoined(steps[index - 1]) || !isTest(step)) continue;
      let end = index + 1;
      while (isJoined(steps[end])) end++;
      if (steps.slice(index + 1, end + 1).every((other) => this.removed.has(other))) this.removed.add(step);
    }
  }

  /** `( REMOVED )` and `{ REMOVED; }`; an `if` or a loop may do more than its bodies say. */
  private isEmptyGroup({ bodies, span, list, pipeline }: Step): boolean {
    const isGroup = /^[({]/.test(this.run.script.text.slice(span.start, span.start + 1));
    const isWhole = bodies.length === 1 && pipeline.length === 0 && list.steps.length > 0;
    return (
      isGroup && isWhole && (bodies[0]?.steps ?? []).length > 0 && this.remaining(bodies[0] as StepList).length === 0
    );
  }

  private changed(): TextEdit[] {
    const gone = [...this.removed].map(({ span }) => span);
    const kept = this.changes.filter(({ span }) => !gone.some((one) => encloses(one, span)));
    const { steps } = this.run.script;
    // Not cut out: what is added takes the place of all that there was.
    if (steps.steps.length > 0 && this.remaining(steps).length === 0)
      return [{ span: sourceSpan(this.run, wholeOf(steps)), newText: "" }];
    const merged = mergeDeletions([...kept, ...this.removals(steps)]);
    return merged.flatMap(({ span, newText }) => {
      if (newText === "") return this.cutOut(span);
      if (span.start < span.end) return [{ span: sourceSpan(this.run, span), newText }];
      const at = this.behind(span.start, merged);
      return [{ span: { start: at, end: at }, newText }];
    });
  }

  /**
   * Where in the source something is added behind an offset: before the words that are taken out at the end of a command, as they
   * may leave a comment, which has to stay the last on its line.
   */
  private behind(offset: number, changes: readonly TextEdit[]): number {
    const command = this.run.script.commands.find(({ span }) => span.end === offset);
    const deletion = changes.find(
      ({ span, newText }) => newText === "" && span.end === offset && command && span.start > command.span.start,
    );
    return deletion ? this.endOf(deletion.span.start) : sourceSpan(this.run, { start: offset, end: offset }).end;
  }

  /** The end of what stands before an offset, in the source. */
  private endOf(offset: number): number {
    return offset > 0 ? this.run.cooked.toSource(offset - 1) + 1 : sourceSpan(this.run, { start: 0, end: 0 }).start;
  }

  /** The lines of heredocs whose commands go, as far as they do not go with them. */
  private removedBodies(removals: readonly TextEdit[]): TextEdit[] {
    const { commands, text } = this.run.script;
    const gone = [...this.removed].map(({ span }) => span);
    return commands
      .filter(({ span }) => gone.some((one) => encloses(one, span)))
      .flatMap(({ redirects }) => redirects.flatMap(({ body }) => body ?? []))
      .map(({ start, end }) => ({
        span: sourceSpan(this.run, { start, end: nextLine(text, end) }),
        newText: "",
      }))
      .filter(({ span }) => !removals.some((other) => encloses(other.span, span)));
  }

  private insideRemoved({ span }: TextEdit): boolean {
    return [...this.removed].some((step) => encloses(sourceSpan(this.run, step.span), span));
  }

  private remaining({ steps }: StepList): Step[] {
    return steps.filter((step) => !this.removed.has(step));
  }

  /** On the script's text. */
  private removals(list: StepList): TextEdit[] {
    const edits: TextEdit[] = [];
    const { steps } = list;
    // A body must not be empty.
    if (this.remaining(list).length === 0 && steps.length > 0) return [{ span: wholeOf(list), newText: ":" }];
    for (let from = 0; from < steps.length; from++) {
      const step = steps[from] as Step;
      if (!this.removed.has(step)) {
        for (const body of step.bodies) edits.push(...this.removals(body));
        continue;
      }
      let to = from;
      const isAlternative = steps[from - 1]?.operator === "||";
      while (to + 1 < steps.length && this.removed.has(steps[to + 1] as Step)) {
        if (isAlternative && !isJoined(steps[to])) break;
        to++;
      }
      edits.push(this.removal(steps, from, to));
      from = to;
    }
    return edits;
  }

  private removal(steps: readonly Step[], from: number, to: number): TextEdit {
    const first = steps[from] as Step;
    const last = steps[to] as Step;
    const previous = steps[from - 1];
    const next = steps[to + 1];
    if (previous?.operator === "||") {
      return { span: { start: first.span.start, end: last.span.end }, newText: "true" };
    }
    // The weaker operator stays: `a && REMOVED; b` is `a; b`, and so is `a; REMOVED && b`.
    const keepsNextOperator = !next || (previous?.operator === "&&" && last.operator !== "&&");
    const span =
      previous && keepsNextOperator
        ? { start: previous.span.end, end: last.span.end }
        : { start: first.span.start, end: next ? next.span.start : last.span.end };
    return { span: this.ownLines(first, last, previous) ?? span, newText: "" };
  }

  /** In a heredoc a comment stands on a line of its own between the steps: only the lines of the removed steps go. */
  private ownLines(first: Step, last: Step, previous: Step | undefined): Span | undefined {
    const { form, script } = this.run;
    if (form !== "heredoc" || last.operator === "&&" || isJoined(previous)) return undefined;
    const start = lineStart(script.text, first.span.start);
    const end = nextLine(script.text, last.span.end);
    const around =
      script.text.slice(start, first.span.start) + script.text.slice(last.span.end, end).replace(/^\s*;/, "");
    return around.trim() === "" ? { start, end } : first.span.start === last.span.start ? first.span : undefined;
  }

  private cutOut(span: Span): TextEdit[] {
    const more = this.run.script.text.slice(span.end).trim() !== "";
    // From the end of what stands before, so that a line continuation in between goes as well.
    return cut(
      this.file,
      this.run.command,
      { start: this.endOf(span.start), end: sourceSpan(this.run, span).end },
      more,
    );
  }

  private additions(): TextEdit[] {
    if (this.first.length + this.last.length === 0) return [];
    const steps = this.remaining(this.run.script.steps);
    const { start } = this.run.cooked.toSourceSpan(0, 0);
    const [first] = steps;
    const last = steps.at(-1);
    if (!first || !last) {
      const all = [...this.first, ...this.last].map((lines) => this.glue(lines)).join(this.separator("&& leading"));
      return [{ span: { start, end: start }, newText: all }];
    }
    const errexit = this.layout.join === "; trailing" && setsErrexit(first.command ?? { name: "", args: [] });
    const onlyAnd = steps.every(({ operator }, index) => operator === "&&" || index === steps.length - 1);
    const wraps = !errexit && !onlyAnd && this.layout.join !== "newline" && this.first.length > 0;
    return [...this.prefix(errexit && steps[1] ? steps[1] : first, wraps), ...this.suffix(last, wraps)];
  }

  private prefix(first: Step, wraps: boolean): TextEdit[] {
    if (this.first.length === 0) return [];
    const at = sourceSpan(this.run, first.span).start;
    const text = this.first.map((lines) => this.before(lines)).join("");
    return [{ span: { start: at, end: at }, newText: text + (wraps ? "{ " : "") }];
  }

  /** A step, with what joins it to the one behind it. */
  private before(lines: readonly string[]): string {
    const { join } = this.layout;
    return this.glue(lines) + (join === "newline" ? " || exit 1" : "") + this.separator(join);
  }

  private suffix(last: Step, wraps: boolean): TextEdit[] {
    const at = this.behind(last.span.end, mergeDeletions(this.changes));
    // A heredoc does not stop at a failing line: what is added waits for the last step to succeed.
    const text = (wraps ? "; }" : "") + this.last.map((lines) => this.separate(lines)).join("");
    return text === "" ? [] : [{ span: { start: at, end: at }, newText: text }];
  }

  private glue(lines: readonly string[]): string {
    return this.layout.inline ? lines.map((line) => line.trim()).join(" ") : lines.join(this.layout.newline);
  }

  private separator(join: Layout["join"]): string {
    return separatorOf({ ...this.layout, join }, this.file.eol);
  }
}

/** From the first step to the end of the last one. */
function wholeOf({ steps }: StepList): Span {
  return { start: steps[0]?.span.start ?? 0, end: steps.at(-1)?.span.end ?? 0 };
}

function isJoined(step: Step | undefined): boolean {
  return step?.operator === "&&" || step?.operator === "||";
}

function isTest({ command }: Step): boolean {
  return command !== undefined && (["[", "[[", "test"].includes(command.name) || isQuery(command));
}

/** `command -v foo`, `which foo`. */
function isQuery({ name, args }: ShellCommand): boolean {
  return name === "which" || name === "type" || (name === "command" && args[0]?.value === "-v");
}

function isIdle({ name, redirects }: ShellCommand): boolean {
  return redirects.length === 0 && /^(set|cd|true|:)$/.test(name);
}

/** Ranges that are taken out and meet become one, so that no line is left with nothing but its continuation. */
function mergeDeletions(changes: readonly TextEdit[]): TextEdit[] {
  const merged: TextEdit[] = [];
  for (const change of sortEdits(changes)) {
    const last = merged.at(-1);
    if (last?.newText === "" && change.newText === "" && change.span.start <= last.span.end) {
      merged[merged.length - 1] = {
        span: { start: last.span.start, end: Math.max(last.span.end, change.span.end) },
        newText: "",
      };
    } else merged.push(change);
  }
  return merged;
}
