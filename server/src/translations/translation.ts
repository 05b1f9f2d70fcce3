import type { Facts, Release, Workspace } from "../alpinize";
import type { Dockerfile, Instruction } from "../dockerfile/types";
import type { NameSource } from "../facts/types";
import type { Build, Stage } from "../model/build";
import type { Run } from "../model/run";
import type { Invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import type { Span, TextEdit } from "../text/edits";

/** What a translation may know about the stage it works in. */
export interface StageContext {
  readonly facts: Facts;
  readonly workspace: Workspace | undefined;
  readonly file: Dockerfile;
  readonly build: Build;
  readonly stage: Stage;
  /** The Alpine release the stage will stand on. */
  readonly release: Release;
  /** The official family of the Alpine image (`python`), when it brings a language. */
  readonly family: string | undefined;
  /** What takes the place of Python 2's packages, where Alpine has none. */
  readonly python2?: "left out" | "python3" | "own" | undefined;
  /** What apt takes packages from; undefined when the image is not known, or Alpine already. */
  readonly source: NameSource | undefined;
  /** The stage stands on Alpine as it is. */
  readonly already: boolean;
  /** Package names the Alpine image holds already, as far as known. */
  readonly present: readonly string[];
}

/** What a translation may know about the place of a command. */
export interface Context extends StageContext {
  readonly run: Run;
}

/** Replaces a range of the run's script text; an empty span inserts. */
export interface ScriptEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Packages a command names. */
export interface PackageWords {
  readonly action: "add" | "remove";
  /** Name words, in place. */
  readonly words: readonly ShellWord[];
  readonly options: readonly ShellWord[];
  /** Behind the verb, where options of apk belong. */
  readonly verbEnd: number;
}

/** What becomes of one command on Alpine; all parts that are present hold together. */
export interface Outcome {
  /** Needless on Alpine: the whole command goes. */
  readonly remove?: true;
  /** Disjoint edits of the script within the command. */
  readonly edits?: readonly ScriptEdit[];
  readonly packages?: PackageWords;
  /** Alpine packages the command needs where it runs. */
  readonly needs?: readonly string[];
  /** The same, where it cannot be seen whether the command needs them. */
  readonly mayNeed?: readonly string[];
  /** Alpine packages that stay in the image for what the command installs. */
  readonly keeps?: readonly string[];
  /** Cannot be said in Alpine's terms: why, and what to do. */
  readonly stop?: string;
  /** To be looked at by hand: what may differ, and what to do. */
  readonly check?: string;
}

/** One Debian thing in shell text and what it is on Alpine. */
export interface Translation {
  /** The program names it answers for. */
  readonly programs: readonly string[];
  /** @returns undefined when this use of the program is the same on Alpine. */
  translate(call: Invocation, context: Context): Outcome | undefined;
}

/** What becomes of an instruction other than RUN, or of a RUN as a whole; the edits are on the document. */
export interface InstructionOutcome extends Omit<Outcome, "edits" | "packages"> {
  readonly edits?: readonly TextEdit[];
}

/** One Debian thing in the instructions of a Dockerfile and what it is on Alpine. */
export interface InstructionTranslation {
  /** Upper case names of the instructions it answers for; ONBUILD is asked with its trigger. */
  readonly instructions: readonly string[];
  translate(instruction: Instruction, context: StageContext): InstructionOutcome | undefined;
}
