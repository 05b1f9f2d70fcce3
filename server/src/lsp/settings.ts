import type { Connection } from "vscode-languageserver/node";
import { isRuleSetting, type RuleSettings } from "../rules/settings";

/** What the editor's user has set, by document; asked for when a document is opened and when a setting changes. */
export class EditorSettings {
  private readonly rules = new Map<string, RuleSettings>();
  private asking: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly onAnswer: () => void,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  rulesOf(uri: string): RuleSettings {
    return this.rules.get(uri) ?? {};
  }

  /** Undefined when no answer is awaited: then nobody needs to wait a turn. */
  get pending(): Promise<void> | undefined {
    return this.asking;
  }

  /** Asks for the settings of these documents. A later question waits for an earlier one. */
  ask(uris: readonly string[]): Promise<void> {
    const asking = (this.asking ?? Promise.resolve()).then(() => this.fetch(uris));
    this.asking = asking;
    return asking.then(() => {
      if (this.asking === asking) this.asking = undefined;
    });
  }

  forget(uri: string): void {
    this.rules.delete(uri);
  }

  private async fetch(uris: readonly string[]): Promise<void> {
    try {
      const items = uris.map((scopeUri) => ({ scopeUri, section: "alpinize.rules" }));
      const answers: unknown[] = await this.connection.workspace.getConfiguration(items);
      for (const [index, uri] of uris.entries()) this.rules.set(uri, readRules(answers[index]));
      this.onAnswer();
    } catch (error) {
      this.onFailure(error);
    }
  }
}

/** Settings are free text in most editors: what is none of ours is left out. */
function readRules(value: unknown): RuleSettings {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([rule, setting]) => (isRuleSetting(setting) ? [[rule, setting] as const] : [])),
  );
}
