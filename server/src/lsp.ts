import {
  type Diagnostic,
  DiagnosticSeverity,
  type Hover as LspHover,
  type TextEdit as LspTextEdit,
  type MarkupKind,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import type { Finding, Hover, Severity, Span, TextEdit } from "./alpinize";
import { plainText } from "./lsp/plain-text";
import type { Snapshot } from "./lsp/snapshot";
import { ruleUrl } from "./shipped";
import { sortEdits } from "./text/edits";
import type { LineIndex } from "./text/lines";

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The name editors show beside each diagnostic. */
export const source = "alpinize";

export function toRange({ start, end }: Span, lines: LineIndex): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function toSpan({ start, end }: Range, lines: LineIndex): Span {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

/** In the order of the text; insertions at one place keep theirs. */
export function toTextEdits(edits: readonly TextEdit[], lines: LineIndex): LspTextEdit[] {
  return sortEdits(edits).map(({ span, newText }) => ({ range: toRange(span, lines), newText }));
}

/** @param versioned names the version, so that an editor can refuse edits to a text that has moved on. */
export function toWorkspaceEdit(edits: readonly TextEdit[], snapshot: Snapshot, versioned: boolean): WorkspaceEdit {
  const { uri, version, lines } = snapshot;
  const textEdits = toTextEdits(edits, lines);
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}

/** @param linked with the address of the rule's documentation. */
export function toDiagnostic(finding: Finding, lines: LineIndex, linked: boolean): Diagnostic {
  const { rule, severity, span, message } = finding;
  const href = linked ? ruleUrl(rule) : undefined;
  return {
    source,
    code: rule,
    ...(href && { codeDescription: { href } }),
    severity: severities[severity],
    range: toRange(span, lines),
    message,
  };
}

export function toHover({ span, markdown }: Hover, lines: LineIndex, kind: MarkupKind): LspHover {
  const value = kind === "markdown" ? markdown : plainText(markdown);
  return { range: toRange(span, lines), contents: { kind, value } };
}
