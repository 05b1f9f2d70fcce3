import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { type Level, levels, type Span, type TextEdit } from "../alpinize";
import { levelTexts } from "../levels";
import { toDiagnostic, toSpan, toWorkspaceEdit } from "../lsp";
import { differenceOf } from "../text/difference";
import type { Client } from "./client";
import type { Documents } from "./documents";
import { refuse } from "./refusals";
import type { Snapshot } from "./snapshot";

const fixAllKind = `${CodeActionKind.SourceFixAll}.alpinize`;

/** Kinds are made of letters and dots; the level's name has a hyphen. */
const levelKinds: Record<Level, CodeActionKind> = {
  base: `${CodeActionKind.RefactorRewrite}.alpinize.base`,
  packages: `${CodeActionKind.RefactorRewrite}.alpinize.packages`,
  "single-run": `${CodeActionKind.RefactorRewrite}.alpinize.singleRun`,
  "multi-stage": `${CodeActionKind.RefactorRewrite}.alpinize.multiStage`,
};

export const codeActionKinds = [CodeActionKind.QuickFix, ...Object.values(levelKinds), fixAllKind];

/** What an action's edits are made from once it is chosen. */
type Choice =
  | { readonly kind: "fix"; readonly finding: number }
  | { readonly kind: "convert"; readonly level: Level }
  | { readonly kind: "fix-all" };

/** Travels to the client and back. */
interface ActionData {
  readonly uri: string;
  readonly snapshot: number;
  readonly choice: Choice;
}

interface Offer {
  readonly action: CodeAction;
  readonly choice: Choice;
}

export function offerCodeActions(documents: Documents, client: Client, params: CodeActionParams): CodeAction[] {
  const snapshot = client.takesCodeActions ? documents.find(params.textDocument.uri) : undefined;
  if (!snapshot) return [];
  const wants = wanted(params);
  const span = toSpan(params.range, snapshot.lines);
  const offers = [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(snapshot, client, span) : []),
    ...conversions(snapshot, client, span, params, wants),
    ...(wants(fixAllKind) && hasSafeFix(snapshot) ? [allFixes] : []),
  ];
  return offers.map(({ action, choice }) => {
    if (action.disabled) return action;
    const data: ActionData = { uri: snapshot.uri, snapshot: snapshot.id, choice };
    return client.resolvesEdits ? { ...action, data } : { ...action, edit: editOf(snapshot, client, choice) };
  });
}

/** @throws ResponseError when the document is no longer the one the action was offered for. */
export function resolveCodeAction(documents: Documents, client: Client, action: CodeAction): CodeAction {
  if (!isActionData(action.data)) return action;
  const { uri, snapshot: id, choice } = action.data;
  const snapshot = documents.find(uri);
  if (snapshot?.id !== id) throw refuse.changed();
  return { ...action, edit: editOf(snapshot, client, choice) };
}

/**
 * Whether the client asks for a kind: `only` names kinds with all that is below them. Without it, what works on the
 * whole file is left to those who open the menu themselves.
 */
function wanted({ context: { only, triggerKind } }: CodeActionParams): (kind: CodeActionKind) => boolean {
  if (only) return (kind) => only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`));
  return (kind) => kind !== fixAllKind || triggerKind !== CodeActionTriggerKind.Automatic;
}

function quickFixes(snapshot: Snapshot, client: Client, at: Span): Offer[] {
  const { analysis, lines } = snapshot;
  return analysis.findings.flatMap((finding, index) => {
    const fix = meet(finding.span, at) ? snapshot.fix(index) : undefined;
    if (!fix) return [];
    const action: CodeAction = {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, lines, client.showsCodeDescription)],
      isPreferred: fix.safety === "safe",
    };
    return [{ action, choice: { kind: "fix" as const, finding: index } }];
  });
}

function conversions(
  snapshot: Snapshot,
  client: Client,
  at: Span,
  { context }: CodeActionParams,
  wants: (kind: CodeActionKind) => boolean,
): Offer[] {
  const asked = levels.filter((level) => wants(levelKinds[level]));
  // The light bulb that comes by itself stands at the base image; elsewhere it would stand at every line.
  const isAutomatic = !context.only && context.triggerKind === CodeActionTriggerKind.Automatic;
  if (isAutomatic && !snapshot.convert("base").stages.some(({ span }) => meet(span, at))) return [];
  return asked.flatMap((level) => {
    const { edits, remarks } = snapshot.convert(level);
    const action: CodeAction = { title: `Alpinize: ${levelTexts[level].title}`, kind: levelKinds[level] };
    const choice = { kind: "convert" as const, level };
    if (edits.length > 0) return [{ action, choice }];
    const stop = remarks.find(({ kind }) => kind === "stop");
    if (!stop || !context.only || !client.showsDisabledActions) return [];
    return [{ action: { ...action, disabled: { reason: stop.message } }, choice }];
  });
}

const allFixes: Offer = {
  action: { title: "Apply all safe fixes of Alpinize", kind: fixAllKind },
  choice: { kind: "fix-all" },
};

function hasSafeFix(snapshot: Snapshot): boolean {
  return snapshot.analysis.findings.some((_, index) => snapshot.fix(index)?.safety === "safe");
}

function editOf(snapshot: Snapshot, client: Client, choice: Choice): WorkspaceEdit {
  return toWorkspaceEdit(editsOf(snapshot, choice), snapshot, client.takesVersionedEdits);
}

function editsOf(snapshot: Snapshot, choice: Choice): readonly TextEdit[] {
  switch (choice.kind) {
    case "fix":
      return snapshot.fix(choice.finding)?.edits ?? [];
    case "convert":
      return snapshot.convert(choice.level).edits;
    case "fix-all":
      return differenceOf(snapshot.text, snapshot.fixed());
  }
}

/** Also true when they only touch, as a cursor behind a word does. */
function meet(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function isActionData(data: unknown): data is ActionData {
  return typeof data === "object" && data !== null && "snapshot" in data && "choice" in data;
}
