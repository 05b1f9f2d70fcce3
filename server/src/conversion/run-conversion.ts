import { apkCall } from "../model/apk-call";
import { aptPrograms } from "../model/apt-call";
import { nestedRuns } from "../model/nested";
import { type Run, sourceSpan } from "../model/run";
import { type Invocation, invocation, isShell } from "../shell/invocation";
import type { ShellCommand, Step } from "../shell/types";
import { encloses, type Span } from "../text/edits";
import { type Context, type Outcome, type StageContext, translate } from "../translations";
import { aptRepository } from "../translations/apt-repository";
import { toldToRun, wrappedApt } from "../translations/debian-in-words";
import { debianPrograms } from "../translations/debian-only";
import { muslPlan, runEdits } from "../translations/musl-builds/plan";
import type { PackageWords } from "../translations/translation";
import { alpineUnit, isRemark, type PackageUnit, readUnits } from "./package-units";
import { RunRewrite } from "./run-rewrite";
import type { PlacedChange } from "./version-checks";

/** One `apt-get install` with its words read. */
export interface Installation {
  readonly call: Invocation;
  readonly words: PackageWords;
  readonly units: readonly PackageUnit[];
  /** It may run never or more than once, or stands inside another command. */
  readonly fixed: boolean;
  /** It is `apk add` already, and changes only when packages are taken out of it. */
  readonly isApk: boolean;
}

/** One `apt-get purge` or `remove` with its words read. */
export interface Removal {
  readonly call: Invocation;
  readonly words: PackageWords;
  readonly units: readonly PackageUnit[];
  readonly isApk: boolean;
}

export interface Note {
  readonly span: Span;
  readonly message: string;
}

/** Something that cannot be said in Alpine's terms. */
export interface Stop extends Note {
  /** The text that is left out when the rest is converted all the same; undefined when nothing is. */
  readonly leftOut: string | undefined;
}

/** Options of apk that change nothing of what is installed. */
const plainOption =
  /^(--no-cache|-U|--update|--update-cache|-q|--quiet|--no-progress|--progress|-v|--verbose|--upgrade|-u|-t|--virtual|--virtual=.*)$/;

/** What one RUN becomes, before it is decided where its packages go. */
export class RunConversion {
  readonly rewrite: RunRewrite;
  readonly context: Context;
  readonly installations: Installation[] = [];
  readonly removals: Removal[] = [];
  /** Packages that commands need where they run, which Debian's base has and Alpine's lacks; with the places of these commands. */
  readonly needs = new Map<string, Span>();
  /** Those of them that the commands are seen to need. */
  readonly surelyNeeds = new Set<string>();
  /** Packages that are to stay in the image, for other instructions than this one. */
  readonly stays = new Set<string>();
  readonly stops: Stop[] = [];
  readonly checks: Note[] = [];
  /** Languages, servers and clients that change their version. */
  readonly versionChanges: PlacedChange[] = [];
  /** Texts that this RUN hands to another shell. */
  readonly nested: readonly Run[];
  /** `apt-mark` or a bare `autoremove` behind the installation says that it is not to stay. */
  readonly marksAutomatic: boolean;
  /** Alpine has a package of apt's, for those who make Debian systems. */
  private readonly bringsApt: boolean;
  /** Names that `apt-mark manual` keeps. */
  readonly markedManual: ReadonlySet<string>;

  constructor(
    readonly run: Run,
    stage: StageContext,
  ) {
    this.context = { ...stage, run };
    this.rewrite = new RunRewrite(stage.file, run);
    const calls = run.script.commands.map(invocation);
    this.marksAutomatic = calls.some(
      ({ name, args }) => name === "apt-mark" && /^(auto|showmanual)$/.test(args[0]?.value ?? ""),
    );
    this.bringsApt = stage.stage.runs.some(({ script }) =>
      script.commands.some(({ name, args }) => name === "apk" && args.some(({ value }) => value === "apt")),
    );
    this.markedManual = new Set(
      calls.flatMap(({ name, args }) =>
        name === "apt-mark" && args[0]?.value === "manual" ? args.slice(1).map(({ value }) => value) : [],
      ),
    );
    this.nested = nestedRuns(run);
    if (this.unreadable()) return;
    this.readSteps(run.script.steps.steps);
    for (const command of run.script.commands) this.readCommand(command);
    if (run.command.name === "RUN" && !stage.already) this.fetchForMusl();
  }

  /** Programs that are downloaded for glibc, where their makers have a build for musl. */
  private fetchForMusl(): void {
    const { stage, build, release } = this.context;
    for (const { span, newText } of runEdits(this.run, muslPlan(stage, build, release)))
      if (!this.isGone(span)) this.rewrite.replace(span, newText);
  }

  /** True when there is nothing to read; says so when Debian's programs are in the text. */
  private unreadable(): boolean {
    const { run } = this;
    const { form, script, command } = run;
    // `["apt-get", "update"` is meant for the JSON form and breaks off.
    const isBrokenJson = form === "shell" && script.text.startsWith('["');
    const read = (form === "shell" || form === "heredoc") && script.errors.length === 0 && !isBrokenJson;
    if (read) return false;
    if (form === "exec" && this.nested.length > 0) return true;
    const text = [
      run.cooked.text,
      ...command.heredocs.map(({ bodySpan }) => this.context.file.text.slice(bodySpan.start, bodySpan.end)),
    ].join("\n");
    const found =
      /(?:^|[\s;&|("'`])(apt-get|apt|aptitude|apt-key|add-apt-repository|dpkg|debconf-set-selections)(?=["'\s]|$)/.exec(
        text,
      )?.[1];
    if (found === undefined) return true;
    const why =
      form === "exec" || isBrokenJson
        ? "stands in the JSON form"
        : script.errors.length > 0
          ? "stands in shell text that cannot be read"
          : "stands in text for another program";
    this.stops.push({
      span: command.argsSpan,
      message: `\`${found}\` ${why} and is not translated. Write it as a plain RUN.`,
      leftOut: undefined,
    });
    return true;
  }

  private readSteps(steps: readonly Step[]): void {
    for (const step of this.context.already ? [] : steps) {
      const outcome = aptRepository(step, this.run.script.text);
      if (outcome) this.apply(outcome, step, sourceSpan(this.run, step.span));
      if (!this.rewrite.isRemoved(step)) for (const body of step.bodies) this.readSteps(body.steps);
    }
  }

  private readCommand(command: ShellCommand): void {
    if (this.isGone(command.span)) return;
    const call = invocation(command);
    if (call.name === "apk") this.readApk(call);
    // What else an Alpine file calls is its own business, as it works already.
    if (this.context.already && (command.conditional || !aptPrograms.has(call.name) || this.bringsApt)) return;
    if (this.hidesDebian(call)) {
      const message = `\`${call.name}\` runs commands of Debian's in quotes that cannot be changed. Write them as steps of their own.`;
      this.stop(call, message);
      return;
    }
    const outcome = translate(call, this.context);
    if (!outcome) {
      if (debianPrograms.has(call.name)) this.stop(call, `\`${call.name}\` does not exist on Alpine.`);
      else {
        const wrapped = wrappedApt(call);
        if (wrapped !== undefined) this.stop(call, toldToRun(call.name, wrapped));
      }
      return;
    }
    if (outcome.packages) this.readPackages(call, outcome.packages);
    this.apply(outcome, this.editableStep(command), sourceSpan(this.run, call.span), command);
  }

  /** `bash -c "..."` with escapes inside, that was not read as a text of its own. */
  private hidesDebian({ name, args, command }: Invocation): boolean {
    if (!isShell(name) || this.nested.some(({ host }) => host === command)) return false;
    return args.some(({ value }) =>
      [...value.matchAll(/(?:^|[;&|(\n])\s*(?:sudo\s+)?([\w-]+)(?=\s)/g)].some(([, word = ""]) =>
        debianPrograms.has(word),
      ),
    );
  }

  /** `apk add` and `apk del` of packages by name; with other options they are left alone. */
  private readApk(call: Invocation): void {
    const apk = apkCall(call);
    if (!apk || (apk.action !== "add" && apk.action !== "remove")) return;
    const { virtual } = apk;
    if (virtual !== undefined && (virtual.includes("$") || this.deletes(virtual))) return;
    if (!apk.options.every(({ value }) => plainOption.test(value) || value === virtual)) return;
    if (!apk.operands.every(({ literal, value }) => literal && /^[a-z0-9._]/.test(value))) return;
    const words = {
      action: apk.action,
      words: apk.operands,
      options: apk.options,
      verbEnd: apk.verbWord.span.end,
    } as const;
    const units = apk.operands.map((word) => alpineUnit(word, virtual));
    if (apk.action === "remove") this.removals.push({ call, words, units, isApk: true });
    else this.installations.push({ call, words, units, fixed: this.isFixed(call), isApk: true });
  }

  /** The virtual package is deleted where it was added, as it should be. */
  private deletes(virtual: string): boolean {
    return this.run.script.commands
      .map((command) => apkCall(invocation(command)))
      .some((apk) => apk?.action === "remove" && apk.operands.some(({ value }) => value === virtual));
  }

  private isFixed({ command }: Invocation): boolean {
    const { conditional, substituted, step } = command;
    return conditional || substituted || step.list !== this.run.script.steps || step.pipeline.length > 1;
  }

  private readPackages(call: Invocation, words: PackageWords): void {
    if (call.command.redirects.some(({ operator }) => operator.startsWith("<<"))) {
      this.stop(call, `A heredoc stands behind \`${call.name}\`, which reads none. Take it out.`);
      return;
    }
    const { context } = this;
    const escaped = words.words.find(({ text }) => /^\\+$|\\\s/.test(text));
    if (escaped) {
      // Two at the end of a line do not go on in the next one; nothing of it is taken away.
      const message =
        "A backslash stands where apt expects the name of a package. Take it out, or end the line with a single one.";
      this.stops.push({ span: sourceSpan(this.run, escaped.span), message, leftOut: undefined });
      return;
    }
    const units = words.words.filter((word) => !isRemark(word)).flatMap((word) => readUnits(word, context));
    if (words.action === "remove") {
      this.removals.push({ call, words, units, isApk: false });
      return;
    }
    this.installations.push({ call, words, units, fixed: this.isFixed(call), isApk: false });
    for (const unit of units) {
      const span = sourceSpan(this.run, unit.word.span);
      for (const message of unit.problems) this.stops.push({ span, message, leftOut: unit.word.text });
      for (const message of unit.checks) this.checks.push({ span, message });
      for (const change of unit.versions) this.versionChanges.push({ change, span });
    }
  }

  private apply(
    { remove, edits, needs, mayNeed, keeps, stop, check }: Outcome,
    step: Step,
    span: Span,
    command?: ShellCommand,
  ): void {
    if (stop !== undefined) {
      const text = this.run.script.text.slice(step.span.start, step.span.end);
      this.stops.push({ span, message: stop, leftOut: text });
      this.rewrite.remove(step);
      return;
    }
    if (check !== undefined) this.checks.push({ span, message: check });
    for (const name of keeps ?? []) this.stays.add(name);
    for (const name of needs ?? []) this.need(name, step.span);
    for (const name of mayNeed ?? []) this.need(name, step.span, false);
    for (const edit of edits ?? []) this.rewrite.replace(edit.span, edit.newText);
    if (remove) this.remove(step, command);
  }

  /** @param span in the script: where the package is used. */
  need(name: string, { start, end }: Span, isSure = true): void {
    if (isSure) this.surelyNeeds.add(name);
    const known = this.needs.get(name);
    this.needs.set(name, { start: Math.min(start, known?.start ?? start), end: Math.max(end, known?.end ?? end) });
  }

  /** One member of a pipeline goes alone only when it is a filter that nothing is left for. */
  private remove(step: Step, command: ShellCommand | undefined): void {
    if (
      command &&
      step.pipeline.includes(command) &&
      step.pipeline.length > 1 &&
      step.pipeline[0] !== command &&
      !this.feedsOnly(step, command)
    ) {
      this.stop(
        invocation(command),
        `\`${command.name}\` stands in a pipeline with other commands. Take it out by hand.`,
      );
      return;
    }
    this.rewrite.remove(step);
  }

  /** `yes | apt-get ...`, `echo ... | debconf-set-selections`: what stands before only feeds it. */
  private feedsOnly({ pipeline }: Step, command: ShellCommand): boolean {
    const before = pipeline.slice(0, pipeline.indexOf(command));
    return before.every(({ name }) => /^(yes|echo|printf|cat|curl|wget|true)$/.test(name));
  }

  /** Takes out the command that was handed a text of which nothing is left. */
  removeHost(host: ShellCommand): void {
    this.remove(this.editableStep(host), host);
  }

  stop(call: Invocation, message: string): void {
    const step = this.editableStep(call.command);
    this.apply({ stop: message }, step, sourceSpan(this.run, call.span));
  }

  /** The step around a command that can be taken out: its own, or the one whose word holds it. */
  private editableStep({ step }: ShellCommand): Step {
    for (let at: Step | undefined = step; at; at = at.list.parent) if (this.isEditable(at)) return at;
    return step;
  }

  private isEditable(step: Step): boolean {
    const { list } = step;
    if (list === this.run.script.steps) return true;
    return list.parent?.bodies.includes(list) === true && this.isEditable(list.parent);
  }

  private isGone(place: Span): boolean {
    return this.rewrite.removedSteps.some(({ span }) => encloses(span, place));
  }
}
