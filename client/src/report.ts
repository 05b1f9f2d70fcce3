import * as vscode from "vscode";
import type { ConvertResult, Level } from "../../server/src/protocol";
import { diskChange, downloadChange } from "./sizes";

type RemarkKind = ConvertResult["remarks"][number]["kind"];

const headings: Record<RemarkKind, string> = {
  stop: "Could not be converted",
  check: "To check by hand",
  done: "Done",
};

/** The output channel `Alpinize`: what a conversion did, what it could not do, and why. */
export class Report {
  private readonly channel = vscode.window.createOutputChannel("Alpinize");

  conversion(source: vscode.Uri, level: Level, result: ConvertResult): void {
    this.channel.appendLine(`${vscode.workspace.asRelativePath(source)}, level ${level}`);
    this.channel.appendLine(`  On disk: ${diskChange(result.sizes)}; download: ${downloadChange(result.sizes)}`);
    for (const kind of ["stop", "check", "done"] as const) {
      const remarks = result.remarks.filter((remark) => remark.kind === kind);
      if (remarks.length > 0) this.channel.appendLine(`  ${headings[kind]}:`);
      for (const { range, message } of remarks) this.channel.appendLine(`    Line ${range.start.line + 1}: ${message}`);
    }
    this.channel.appendLine("");
  }

  /** Without taking the focus from the editor. */
  show(): void {
    this.channel.show(true);
  }

  dispose(): void {
    this.channel.dispose();
  }
}

/** `3 points to check` and the like; undefined when there is nothing to look at. */
export function countPoints(result: ConvertResult): string | undefined {
  const stops = result.remarks.filter(({ kind }) => kind === "stop").length;
  const checks = result.remarks.filter(({ kind }) => kind === "check").length;
  const parts: string[] = [];
  if (stops > 0) parts.push(`${stops} ${stops === 1 ? "part" : "parts"} could not be converted`);
  if (checks > 0) parts.push(`${checks} ${checks === 1 ? "point" : "points"} to check`);
  return parts.length > 0 ? parts.join(", ") : undefined;
}
