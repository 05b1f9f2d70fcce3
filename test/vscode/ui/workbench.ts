import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { artefacts } from "../harness/paths";

/** VS Code's window as a user meets it. Every wait is for something that can be seen. */
export class Workbench {
  private shots = 0;

  constructor(readonly page: Page) {}

  async ready(): Promise<void> {
    await this.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  }

  async screenshot(name: string): Promise<void> {
    const folder = join(artefacts, "ui");
    mkdirSync(folder, { recursive: true });
    this.shots += 1;
    await this.page.screenshot({ path: join(folder, `${`${this.shots}`.padStart(2, "0")}-${name}.png`) });
  }

  /** So that a failed test leaves nothing open over the editor. */
  async closeMenus(): Promise<void> {
    for (const _ of ["menu", "quick pick"]) await this.page.keyboard.press("Escape");
  }

  async openFile(name: string): Promise<void> {
    const rows = this.page.locator(".explorer-folders-view .monaco-list-row");
    await rows.filter({ has: this.page.getByText(name, { exact: true }) }).dblclick();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.line("").first().waitFor();
  }

  /** Lines of the editor in front that hold the text. VS Code draws blanks as no-break spaces. */
  line(text: string): Locator {
    return this.page.locator(".editor-instance .view-line", { hasText: text });
  }

  squiggle(): Locator {
    return this.page.locator(".editor-instance .cdr[class*='squiggly-']");
  }

  /** What stands above a line in small letters, and can be clicked. */
  lens(text: string | RegExp): Locator {
    return this.page.locator(".editor-instance .codelens-decoration a, .editor-instance .codelens-decoration span", {
      hasText: text,
    });
  }

  /** Clicks a lens until `effect` is there: one that is drawn anew at that moment takes no click. */
  async press(lens: Locator, effect: Locator): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      await lens.click();
      try {
        await effect.waitFor({ timeout: 5000 });
        return;
      } catch (error) {
        if (attempt === 4) throw error;
      }
    }
  }

  /** Rests the pointer on the text of a line until a hover with `expected` is open; a hover opened too early is left and tried again. */
  async hover(lineText: string, word: string, expected: RegExp): Promise<Locator> {
    const target = this.line(lineText).locator("span", { hasText: word }).last();
    const hover = this.page.locator(".monaco-hover:not(.hidden)", { hasText: expected });
    for (let attempt = 1; ; attempt += 1) {
      const box = await target.boundingBox();
      if (!box) throw new Error(`"${word}" is not on the screen`);
      await this.page.mouse.move(box.x + box.width / 2 - 2, box.y + box.height / 2);
      await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      try {
        await hover.first().waitFor({ timeout: 4000 });
        await this.settled(hover.first());
        return hover.first();
      } catch (error) {
        if (attempt === 4) throw error;
        await this.page.mouse.move(5, 5);
        await this.page.locator(".monaco-hover:not(.hidden)").first().waitFor({ state: "hidden" });
      }
    }
  }

  /** Behind what fades or slides in. */
  private async settled(element: Locator): Promise<void> {
    await element.evaluate(async (node) => {
      const moving = [...document.getAnimations()].filter(
        ({ effect }) => effect instanceof KeyframeEffect && effect.target?.contains(node),
      );
      await Promise.all(moving.map((animation) => animation.finished));
    });
  }

  /** Takes an entry of the context menu of a line. The menu takes no click right after it has opened, but Enter. */
  async contextMenu(lineText: string, entry: string): Promise<void> {
    await this.line(lineText).first().click({ button: "right" });
    const item = this.page.locator(".monaco-menu .action-item", { hasText: entry });
    await item.hover();
    await item.and(this.page.locator(".focused")).waitFor();
    await this.page.keyboard.press("Enter");
  }

  /** Puts the cursor into a line and opens its lightbulb's list. */
  async lightbulb(lineText: string, word: string): Promise<Locator> {
    await this.line(lineText).locator("span", { hasText: word }).last().click();
    await this.page.keyboard.press("Control+.");
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    await rows.first().waitFor();
    return rows;
  }

  /** Walks down the open list to the action and takes it. The list lies under a layer that catches the mouse. */
  async choose(rows: Locator, title: RegExp): Promise<void> {
    const wanted = rows.filter({ hasText: title }).first();
    await wanted.waitFor();
    const focused = rows.and(this.page.locator(".focused"));
    for (let left = await rows.count(); left > 0; left -= 1) {
      if (title.test((await focused.textContent()) ?? "")) break;
      await this.page.keyboard.press("ArrowDown");
    }
    await this.page.keyboard.press("Enter");
  }

  /** Opens the command palette with `text` typed; its rows are returned as they are. */
  async palette(text: string): Promise<Locator> {
    const input = this.page.locator(".quick-input-widget:visible input").first();
    await this.page.keyboard.press("F1");
    await input.fill(`>${text}`);
    const rows = this.quickPick();
    await rows.first().waitFor();
    return rows;
  }

  async runCommand(title: string): Promise<void> {
    const rows = await this.palette(title);
    await rows
      .filter({ has: this.page.getByText(title, { exact: true }) })
      .first()
      .click();
  }

  quickPick(): Locator {
    return this.page.locator(".quick-input-widget:visible .quick-input-list .monaco-list-row");
  }

  /** A notification that can be seen; the hidden text for screen readers does not count. */
  toast(text: string | RegExp): Locator {
    return this.page.locator(".notifications-toasts .notification-list-item", { hasText: text });
  }

  async answer(toast: Locator, button: string): Promise<void> {
    await toast.locator(".monaco-button", { hasText: button }).click();
  }

  diff(): Locator {
    return this.page.locator(".editor-instance .monaco-diff-editor");
  }

  activeTab(): Locator {
    return this.page.locator(".editor-group-container.active .tab.active");
  }

  titleAction(label: string): Locator {
    return this.page.locator(`.editor-actions .action-label[aria-label^='${label}']`);
  }

  /** The preview is gone, with all that belonged to it. */
  async previewClosed(): Promise<void> {
    await this.page.locator(".tab", { hasText: "→" }).waitFor({ state: "detached" });
    await this.page.locator(".notifications-toasts .notification-list-item").first().waitFor({ state: "hidden" });
  }

  /** Takes back the last step in the file in front, once its editor has the focus again. */
  async undo(): Promise<void> {
    await this.page.locator(".editor-instance .monaco-editor.focused").waitFor();
    await this.page.keyboard.press("Control+z");
  }

  /** Saves the file in front and waits until its tab says so. */
  async save(): Promise<void> {
    await this.page.keyboard.press("Control+s");
    await this.page.locator(".editor-group-container.active .tab.active:not(.dirty)").waitFor();
  }
}
