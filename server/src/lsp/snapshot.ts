import {
  type Analysis,
  analyze,
  type Conversion,
  type ConvertOptions,
  type Level,
  type Options,
  type StageSizes,
} from "../alpinize";
import { fixAll, fixOf } from "../fixing";
import { LineIndex } from "../text/lines";

/**
 * A document as it was at one moment, with what is known of it: each answer is computed once, when it is first asked
 * for. It stays what it is while the editor goes on, so an answer that takes a while is still about one text.
 */
export class Snapshot {
  readonly lines: LineIndex;
  private readonly answers = new Map<string, unknown>();

  constructor(
    /** Unlike the version, never used twice: a file that is closed and opened again starts at version 1 again. */
    readonly id: number,
    readonly uri: string,
    readonly version: number,
    readonly text: string,
    private readonly options: () => Options,
  ) {
    this.lines = new LineIndex(text);
  }

  get analysis(): Analysis {
    return this.once("analysis", () => analyze(this.text, this.options()));
  }

  /** Of the finding at this index. */
  fix(index: number) {
    return this.once(`fix ${index}`, () => {
      const finding = this.analysis.findings[index];
      return finding && fixOf(finding);
    });
  }

  convert(level: Level, options: ConvertOptions = {}): Conversion {
    return this.analysis.convert(level, options);
  }

  sizes(): readonly StageSizes[] {
    return this.once("sizes", () => this.analysis.sizes());
  }

  sizesAfter(level: Level, options: ConvertOptions = {}): readonly StageSizes[] {
    const { text } = this.convert(level, options);
    if (text === this.text) return this.sizes();
    return this.once(`sizes after ${text}`, () => analyze(text, this.options()).sizes());
  }

  /** The text after all safe fixes. */
  fixed(): string {
    const options = this.options();
    return this.once("fixed", () => fixAll(this.text, (text) => analyze(text, options).findings, ["safe"]).text);
  }

  private once<T>(question: string, compute: () => T): T {
    if (!this.answers.has(question)) this.answers.set(question, compute());
    return this.answers.get(question) as T;
  }
}
