import type { Connection, Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver/node";
import { toDiagnostic } from "../lsp";
import type { Client } from "./client";
import type { Documents } from "./documents";
import type { Snapshot } from "./snapshot";

/** Answers a client that asks; `previous` is the result it has already. */
export function pullDiagnostics(
  documents: Documents,
  client: Client,
  uri: string,
  previous: string | undefined,
): DocumentDiagnosticReport {
  const snapshot = documents.find(uri);
  if (!snapshot) return { kind: "full", items: [] };
  const resultId = String(snapshot.id);
  if (previous === resultId) return { kind: "unchanged", resultId };
  return { kind: "full", resultId, items: diagnosticsOf(snapshot, client) };
}

function diagnosticsOf({ analysis, lines }: Snapshot, client: Client): Diagnostic[] {
  return analysis.findings.map((finding) => toDiagnostic(finding, lines, client.showsCodeDescription));
}

/**
 * Sends diagnostics to a client that does not ask. Changes are collected until the queue of messages has run dry:
 * a burst of keystrokes is analysed once, a single one at once, and no clock is needed.
 */
export class PushedDiagnostics {
  private readonly changed = new Set<string>();
  private changes = 0;
  private waiting = false;

  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
    private readonly client: Client,
    private readonly onFailure: (error: unknown) => void,
    /** What a change waits for before it is analysed. */
    private readonly pending: () => Promise<void> | undefined,
  ) {}

  note(uri: string): void {
    this.changed.add(uri);
    this.changes += 1;
    if (!this.waiting) this.waitForQuiet();
  }

  private waitForQuiet(): void {
    this.waiting = true;
    const seen = this.changes;
    // Messages come one per turn of the event loop: two turns without a change mean that none is left in the queue.
    setImmediate(() =>
      setImmediate(() => {
        if (this.changes !== seen) {
          this.waitForQuiet();
          return;
        }
        const pending = this.pending();
        if (pending) {
          void pending.finally(() => this.waitForQuiet());
          return;
        }
        this.waiting = false;
        const uris = [...this.changed];
        this.changed.clear();
        for (const uri of uris) this.publish(uri);
      }),
    );
  }

  /** A closed document gets an empty list, which takes its diagnostics out of the editor. */
  private publish(uri: string): void {
    try {
      const snapshot = this.documents.find(uri);
      void this.connection.sendDiagnostics(
        snapshot
          ? { uri, version: snapshot.version, diagnostics: diagnosticsOf(snapshot, this.client) }
          : { uri, diagnostics: [] },
      );
    } catch (error) {
      this.onFailure(error);
    }
  }
}
