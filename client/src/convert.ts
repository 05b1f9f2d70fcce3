import { posix } from "node:path";
import * as vscode from "vscode";
import {
  type ConvertParams,
  type ConvertResult,
  convertRequest,
  type Level,
  type LevelsResult,
  levelsRequest,
} from "../../server/src/protocol";
import { pickLevel } from "./level-pick";
import type { Previews, Proposal } from "./preview";
import { countPoints, type Report } from "./report";
import { type Server, ServerUnavailable } from "./server";
import { diskChange } from "./sizes";

/** "Alpinize Dockerfile": choose a level, look at the diff, apply or leave it. */
export class ConvertCommand {
  constructor(
    private readonly server: Server,
    private readonly previews: Previews,
    private readonly report: Report,
  ) {}

  /**
   * @param target the document; the active editor's when absent (menus pass it, key bindings may).
   * @param level skips the question when given.
   */
  run(target: unknown, level: unknown): Promise<void> {
    return this.guarded(async () => {
      const document = await dockerfile(target);
      if (!document) {
        vscode.window.showWarningMessage("Alpinize works on Dockerfiles. Open one and run the command again.");
        return;
      }
      if (!this.server.enabled) {
        vscode.window.showWarningMessage("Alpinize is switched off. Set alpinize.enable to true to use it.");
        return;
      }
      const chosen = typeof level === "string" ? (level as Level) : await this.askLevel(document.uri);
      if (chosen) await this.propose(document.uri, chosen, false);
    });
  }

  apply(proposal = this.previews.current()): Promise<void> {
    return this.guarded(async () => {
      if (!proposal || !this.previews.isOpen(proposal)) {
        vscode.window.showInformationMessage("No conversion is waiting to be applied. Run Alpinize Dockerfile first.");
        return;
      }
      const { source, level, partial, result } = proposal;
      const document = await vscode.workspace.openTextDocument(source);
      if (document.version !== result.version) {
        await this.propose(source, level, partial);
        vscode.window.showWarningMessage(
          "The Dockerfile was changed after the preview was made. This is a new preview; look at it and apply it again.",
        );
        return;
      }
      const edit = new vscode.WorkspaceEdit();
      edit.set(
        source,
        result.edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText)),
      );
      if (!(await vscode.workspace.applyEdit(edit))) throw new Error("VS Code did not accept the changes.");
      // In this order the focus moves once, and only because the user has just asked for it.
      await vscode.window.showTextDocument(document);
      await this.previews.close((open) => open === proposal);
    });
  }

  async cancel(): Promise<void> {
    const proposal = this.previews.current();
    if (proposal) await this.previews.close((open) => open === proposal);
  }

  private askLevel(uri: vscode.Uri): Promise<Level | undefined> {
    const offers = this.server.request<LevelsResult>(levelsRequest, { textDocument: { uri: uri.toString() } });
    const preferred = vscode.workspace.getConfiguration("alpinize", uri).get("level", "single-run");
    return pickLevel(offers, preferred);
  }

  private async propose(source: vscode.Uri, level: Level, partial: boolean): Promise<void> {
    const cacheMounts = vscode.workspace.getConfiguration("alpinize", source).get("cacheMounts", false);
    const params: ConvertParams = { textDocument: { uri: source.toString() }, level, partial, cacheMounts };
    const result = await this.server.request<ConvertResult>(convertRequest, params);
    this.report.conversion(source, level, result);
    if (result.edits.length === 0) {
      void this.tellUnchanged(source, level, result);
      return;
    }
    const proposal: Proposal = { source, level, partial, result };
    const name = posix.basename(source.path);
    await this.previews.show(proposal, `${name}: ${diskChange(result.sizes)} (Alpinize, ${level})`);
    void this.offer(proposal);
  }

  /** The summary beside the diff. Not awaited by the command: the diff's title buttons answer as well. */
  private async offer(proposal: Proposal): Promise<void> {
    const { source, level, partial, result } = proposal;
    const points = countPoints(result);
    const text = `${posix.basename(source.path)}: ${diskChange(result.sizes)}${points ? `; ${points}` : ""}.`;
    const actions = ["Apply", ...(points ? ["Show Points"] : []), ...(result.complete || partial ? [] : [convertRest])];
    const ask = result.complete ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
    const answer = await ask(text, ...actions, "Cancel");
    if (answer === "Apply") await this.apply(proposal);
    else if (answer === "Cancel") await this.previews.close((open) => open === proposal);
    else if (answer === "Show Points") this.report.show();
    else if (answer === convertRest) await this.guarded(() => this.propose(source, level, true));
  }

  private async tellUnchanged(source: vscode.Uri, level: Level, result: ConvertResult): Promise<void> {
    const name = posix.basename(source.path);
    const points = countPoints(result);
    if (result.complete) {
      const text = `${name}: there is nothing to convert at the level ${level}${points ? `; ${points}` : ""}.`;
      const answer = await vscode.window.showInformationMessage(text, ...(points ? ["Show Points"] : []));
      if (answer) this.report.show();
      return;
    }
    const text = `${name} was not converted: ${points ?? "something stands in the way"}.`;
    const answer = await vscode.window.showWarningMessage(text, "Show Points", convertRest);
    if (answer === "Show Points") this.report.show();
    else if (answer === convertRest) await this.guarded(() => this.propose(source, level, true));
  }

  /** No failure stays silent, and none reaches the user as a stack trace. */
  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      void this.tellFailure(error);
    }
  }

  private async tellFailure(error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    const answer = await vscode.window.showErrorMessage(`Alpinize: ${message}`, "Show Output");
    if (answer !== "Show Output") return;
    if (error instanceof ServerUnavailable) this.server.showLog();
    else this.report.show();
  }
}

const convertRest = "Convert What Can Be";

async function dockerfile(target: unknown): Promise<vscode.TextDocument | undefined> {
  // A lens of the server's names the document as the protocol does.
  const uri = typeof target === "string" ? vscode.Uri.parse(target) : target;
  const document =
    uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  const known = document?.languageId === "dockerfile" && ["file", "untitled"].includes(document.uri.scheme);
  return known ? document : undefined;
}

function toRange({ start, end }: ConvertResult["edits"][number]["range"]): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
