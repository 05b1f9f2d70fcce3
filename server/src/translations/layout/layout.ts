import type { Facts, NameSource, Release } from "../../facts/types";
import type { ImageSource } from "../../manifests/installs";
import type { Stage } from "../../model/build";

/** A path of Debian's and what Alpine's package of the same software has in its place. */
export interface Move {
  /** With the flag `g`; finds whole paths or their beginnings. */
  readonly from: RegExp;
  readonly to: string;
}

/** Where the software of an image is looked up. */
export interface ImagePlace extends ImageSource {
  readonly stage: Stage;
  readonly facts: Facts;
  readonly release: Release;
  /** The language that the image brings itself. */
  readonly family: string | undefined;
}

/** What a layout may look at before it says what it takes. */
export interface Texts extends ImageSource {
  readonly stage: Stage;
  readonly release: Release;
  /** What apt takes packages from. */
  readonly source: NameSource | undefined;
  /** The arguments of every instruction in the file. */
  readonly all: string;
  /** What the installation adds on Alpine. */
  readonly packages: readonly string[];
  /** Where COPY and ADD put files, with the last part of what they copy when they name a folder. */
  readonly targets: readonly string[];
}

/** One piece of software whose files lie elsewhere on Alpine than on Debian, or that is set up in another way there. */
export interface Layout {
  /** The packages of Debian's that bring it. */
  readonly packages: RegExp;
  readonly moves?: readonly Move[];
  /** Those that hang on what the packages are on Alpine. */
  readonly movesFor?: (packages: readonly string[], place: ImagePlace) => readonly Move[];
  /** The image of the stage brings the software, set up: no installation of it takes steps. */
  readonly inImage?: (stage: Stage) => boolean;
  /** Steps right behind its installation, after which what the Dockerfile does in Debian's folders works on Alpine. */
  readonly steps?: (texts: Texts) => readonly string[];
  /** They cannot be run twice: the first installation of several has them. */
  readonly once?: true;
  /** To be looked at by hand. */
  readonly check?: (texts: Texts) => string | undefined;
  /** Folders and files that Alpine has nothing like, and the way out. */
  readonly absent?: {
    readonly path: RegExp;
    readonly why: string;
    /** Only where the instructions of the stage say no more. */
    readonly unless?: (all: string) => boolean;
  };
  /** The same, of what COPY and ADD bring; commands that name them have translations of their own. */
  readonly notCopied?: { readonly path: RegExp; readonly why: string };
  /** Users of Debian's base that it runs as there: its installation makes them on Alpine. */
  readonly users?: readonly string[];
  /** Where Alpine's side is written down. */
  readonly source: string;
}
