import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as vscode from "vscode";

/** Writes a file below the opened folder and shows it. */
export async function open(path: string, text: string): Promise<vscode.TextDocument> {
  const uri = write(path, text);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

export function write(path: string, text: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("no folder is open");
  const file = join(folder.uri.fsPath, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return vscode.Uri.file(file);
}

export async function closeAll(): Promise<void> {
  for (const { isDirty, uri } of vscode.workspace.textDocuments) {
    if (!isDirty) continue;
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}
