import * as vscode from "vscode";
import { ConvertCommand } from "./convert";
import { Previews } from "./preview";
import { Report } from "./report";
import { Server } from "./server";

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  server = new Server(context.asAbsolutePath("dist/server.js"));
  const report = new Report();
  const previews = new Previews();
  const command = new ConvertCommand(server, previews, report);
  context.subscriptions.push(
    report,
    previews,
    vscode.commands.registerCommand("alpinize.convert", (uri?: unknown, level?: unknown) => command.run(uri, level)),
    vscode.commands.registerCommand("alpinize.applyConversion", () => command.apply()),
    vscode.commands.registerCommand("alpinize.cancelConversion", () => command.cancel()),
    vscode.commands.registerCommand("alpinize.showOutput", () => report.show()),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("alpinize.enable")) await server?.followSetting();
    }),
  );
  // Not awaited: the commands are there at once, and wait for the server themselves.
  void server.followSetting();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
