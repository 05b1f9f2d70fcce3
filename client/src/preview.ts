import * as vscode from "vscode";
import type { ConvertResult, Level } from "../../server/src/protocol";

/** A conversion that is shown and waits for the user's yes or no. */
export interface Proposal {
  readonly source: vscode.Uri;
  readonly level: Level;
  readonly partial: boolean;
  readonly result: ConvertResult;
}

/** Also named in the `when` clauses of package.json. */
const scheme = "alpinize-preview";

/** Shows proposals in VS Code's own diff editor: the document on the left, a read-only result on the right. */
export class Previews implements vscode.TextDocumentContentProvider {
  private readonly proposals = new Map<string, Proposal>();
  private readonly subscriptions: vscode.Disposable[];
  private shown = 0;

  constructor() {
    this.subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.proposals.delete(uri.toString())),
    ];
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.proposals.get(uri.toString())?.result.text;
  }

  /** Replaces an earlier preview of the same document. */
  async show(proposal: Proposal, title: string): Promise<void> {
    await this.close((earlier) => earlier.source.toString() === proposal.source.toString());
    // A number of its own: VS Code would otherwise go on showing the text it has kept for an equal address.
    this.shown += 1;
    const view = proposal.source.with({ scheme, query: `${this.shown}` });
    this.proposals.set(view.toString(), proposal);
    await vscode.commands.executeCommand("vscode.diff", proposal.source, view, title, { preview: false });
  }

  /** The proposal whose diff is in front, or the only one there is. */
  current(): Proposal | undefined {
    const active = vscode.window.tabGroups.activeTabGroup.activeTab;
    const inFront = active && this.proposalOf(active);
    if (inFront) return inFront;
    const open = this.tabs().map(({ proposal }) => proposal);
    return open.length === 1 ? open[0] : undefined;
  }

  isOpen(proposal: Proposal): boolean {
    return this.tabs().some((tab) => tab.proposal === proposal);
  }

  async close(which: (proposal: Proposal) => boolean): Promise<void> {
    const tabs = this.tabs().filter(({ proposal }) => which(proposal));
    if (tabs.length === 0) return;
    await vscode.window.tabGroups.close(tabs.map(({ tab }) => tab));
    // The summary beside the diff asks a question that has been answered; VS Code cannot take back a single message.
    await vscode.commands.executeCommand("notifications.hideToasts");
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private tabs(): { tab: vscode.Tab; proposal: Proposal }[] {
    return vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .flatMap((tab) => {
        const proposal = this.proposalOf(tab);
        return proposal ? [{ tab, proposal }] : [];
      });
  }

  private proposalOf(tab: vscode.Tab): Proposal | undefined {
    if (!(tab.input instanceof vscode.TabInputTextDiff)) return undefined;
    return this.proposals.get(tab.input.modified.toString());
  }
}
