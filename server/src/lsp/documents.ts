import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { TextDocuments } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Options } from "../alpinize";
import { findBuild } from "../build-files/find";
import { findProjectFile, readProjectFile } from "../project-file";
import type { RuleSettings } from "../rules/settings";
import { shippedFacts } from "../shipped";
import { folderWorkspace, isInside } from "../workspace";
import { refuse } from "./refusals";
import { Snapshot } from "./snapshot";

interface Entry {
  readonly snapshot: Snapshot;
  /** Absolute paths of the files that the answers so far rest on. */
  readonly read: Set<string>;
}

/** The open documents, each analysed once per version. */
export class Documents {
  private readonly entries = new Map<string, Entry>();
  private folders: string[] = [];
  private count = 0;

  /** @param onBroken is told why a project file is left out of account. */
  constructor(
    private readonly texts: TextDocuments<TextDocument>,
    private readonly editorRules: (uri: string) => RuleSettings,
    private readonly onBroken: (error: unknown) => void,
  ) {
    texts.onDidChangeContent(({ document }) => this.entries.delete(document.uri));
    texts.onDidClose(({ document }) => this.entries.delete(document.uri));
  }

  get uris(): string[] {
    return this.texts.keys();
  }

  find(uri: string): Snapshot | undefined {
    const known = this.entries.get(uri);
    if (known) return known.snapshot;
    const text = this.texts.get(uri);
    return text && this.take(text);
  }

  /** @throws ResponseError when the document is not open. */
  get(uri: string): Snapshot {
    const snapshot = this.find(uri);
    if (!snapshot) throw refuse.notOpen(uri);
    return snapshot;
  }

  /** What rested on settings is computed anew. */
  settingsChanged(): void {
    this.entries.clear();
  }

  /** @param folders URIs of what the editor has opened. */
  openFolders(folders: readonly string[]): void {
    this.folders = folders.flatMap((uri) => pathOf(uri) ?? []);
    this.entries.clear();
  }

  /**
   * Forgets what rested on the file.
   * @returns false when nothing did.
   */
  fileChanged(uri: string): boolean {
    const path = pathOf(uri);
    const stale = [...this.entries].filter(([, { read }]) => path !== undefined && read.has(path));
    for (const [document] of stale) this.entries.delete(document);
    return stale.length > 0;
  }

  private take(text: TextDocument): Snapshot {
    const read = new Set<string>();
    const options = (): Options => ({
      facts: shippedFacts(),
      ...this.surroundingsOf(text.uri, read),
      // What a project says for all who work on it goes before what one of them has set.
      rules: { ...this.editorRules(text.uri), ...this.projectRules(text.uri, read) },
    });
    this.count += 1;
    const snapshot = new Snapshot(this.count, text.uri, text.version, text.getText(), options);
    this.entries.set(text.uri, { snapshot, read });
    return snapshot;
  }

  /** The build context of a file on disk, and what files around it say about its build; a document that was never saved has none. */
  private surroundingsOf(uri: string, read: Set<string>): Pick<Options, "workspace" | "given"> {
    const path = pathOf(uri);
    if (path === undefined) return {};
    const boundary = this.boundaryOf(dirname(path));
    const around = folderWorkspace(boundary, boundary);
    const { context, dockerfile, given } = findBuild(path, boundary, {
      readText: (file) => {
        read.add(file);
        return around.readText(relative(boundary, file));
      },
      list: (folder) => {
        read.add(folder);
        return around.list(relative(boundary, folder) || ".");
      },
    });
    const files = folderWorkspace(context, boundary, dockerfile);
    const noting =
      <T>(question: (path: string) => T) =>
      (path: string): T => {
        read.add(join(context, path));
        return question(path);
      };
    return { workspace: { ...files, readText: noting(files.readText), list: noting(files.list) }, given };
  }

  private projectRules(uri: string, read: Set<string>): RuleSettings {
    const path = pathOf(uri);
    if (path === undefined) return {};
    const folder = dirname(path);
    try {
      const file = findProjectFile(folder, this.boundaryOf(folder), (asked) => read.add(asked));
      return file === undefined ? {} : readProjectFile(file).rules;
    } catch (error) {
      this.onBroken(error);
      return {};
    }
  }

  /** The opened folder that holds `folder`, the nearest one when they lie within each other. */
  private boundaryOf(folder: string): string {
    const around = this.folders.filter((one) => isInside(one, folder)).sort((a, b) => b.length - a.length);
    return around[0] ?? folder;
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
