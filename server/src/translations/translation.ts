import type { Facts, Release } from "../facts/types";
import type { Run } from "../model/run";
import type { Invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";

/** What a translation may know about the place of a command. */
export interface Context {
  readonly facts: Facts;
  /** The Alpine release the stage will stand on. */
  readonly release: Release;
  /** The official family of the Alpine image (`python`), when it brings a language. */
  readonly family: string | undefined;
  readonly run: Run;
}

/** What becomes of one command on Alpine. */
export type Outcome =
  /** Needless on Alpine; the step goes. */
  | { readonly kind: "remove" }
  /** The shell text that does the same. */
  | { readonly kind: "replace"; readonly text: string }
  /** Only these words go. */
  | { readonly kind: "drop-words"; readonly words: readonly ShellWord[] }
  /** Packages to install; the words stay in place, each translated. */
  | {
      readonly kind: "install";
      readonly words: readonly ShellWord[];
      readonly verbEnd: number;
      readonly options: readonly ShellWord[];
    }
  /** Packages to remove. */
  | {
      readonly kind: "uninstall";
      readonly words: readonly ShellWord[];
      readonly verbEnd: number;
      readonly options: readonly ShellWord[];
    }
  /** Stays as it is, and needs these Alpine packages. */
  | { readonly kind: "needs"; readonly packages: readonly string[] }
  /** Cannot be said in Alpine's terms; the message says why and what to do. */
  | { readonly kind: "stop"; readonly message: string }
  /** Stays as it is, but deserves a look. */
  | { readonly kind: "check"; readonly message: string };

/** One Debian thing and what it is on Alpine. */
export interface Translation {
  /** The program names it answers for. */
  readonly programs: readonly string[];
  /** @returns undefined when this use of the program is the same on Alpine. */
  translate(call: Invocation, context: Context): Outcome | undefined;
}
