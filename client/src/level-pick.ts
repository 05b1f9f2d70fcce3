import * as vscode from "vscode";
import type { Level, LevelOffer, LevelsResult } from "../../server/src/protocol";
import { diskChange } from "./sizes";

interface LevelItem extends vscode.QuickPickItem {
  readonly level: Level;
}

/**
 * Asks how far the conversion shall go; the list opens at once and fills when the server has answered.
 * @param preferred the level that Enter takes.
 * @returns undefined when the user leaves without choosing.
 */
export async function pickLevel(offers: Promise<LevelsResult>, preferred: string): Promise<Level | undefined> {
  const pick = vscode.window.createQuickPick<LevelItem>();
  pick.title = "Alpinize Dockerfile";
  pick.placeholder = "How far shall the conversion go?";
  pick.matchOnDetail = true;
  pick.busy = true;
  const choice = new Promise<Level | undefined>((resolve) => {
    pick.onDidAccept(() => resolve(pick.activeItems[0]?.level));
    pick.onDidHide(() => resolve(undefined));
  });
  pick.show();
  try {
    pick.items = (await offers).levels.map(item);
    pick.activeItems = pick.items.filter(({ level }) => level === preferred);
    pick.busy = false;
    return await choice;
  } finally {
    pick.dispose();
  }
}

function item(offer: LevelOffer): LevelItem {
  const notes = offer.changes ? [diskChange(offer.sizes)] : ["changes nothing here"];
  if (!offer.complete) notes.push("not everything can be converted");
  return { level: offer.level, label: offer.title, description: notes.join(", "), detail: offer.summary };
}
