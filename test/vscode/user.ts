import type { Locator, Page } from "playwright-core";

/** What a user does with the workbench, as far as several tests do it. */

export async function openFile(page: Page, name: string): Promise<void> {
  await page.getByRole("treeitem", { name, exact: true }).dblclick();
  await page.getByRole("tab", { name }).first().waitFor();
  await page.locator(".view-lines").first().waitFor();
}

/** Runs a command by its title, from the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator(".quick-input-widget input");
  // A page that was only just loaded may not listen yet.
  for (let attempt = 0; attempt < 10 && !(await input.isVisible()); attempt++) {
    await page.keyboard.press("F1");
    await page.waitForTimeout(200);
  }
  await input.fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
  await page.keyboard.press("Enter");
}

/** Closes all editors, without saving. */
export async function closeAll(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  if ((await page.locator(".tab.dirty").count()) > 0) await runCommand(page, "View: Revert and Close Editor");
  await runCommand(page, "View: Close All Editors");
  await page.locator(".editor-group-watermark").first().waitFor();
}

/** Puts the cursor at a place, lines and columns counted from 1. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  await page.keyboard.press("Control+g");
  const input = page.locator(".quick-input-widget input");
  await input.waitFor();
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** A piece of text in the editor that has a colour of its own. */
export function textInEditor(page: Page, text: string): Locator {
  return page.locator(".view-lines span span", { hasText: text }).first();
}

/** A line in the editor that has this text in it. */
export function lineWith(page: Page, text: string): Locator {
  return page.locator(".view-line", { hasText: text }).first();
}

/** Rests on a place until a box with this text is there: lines move while lenses come in, and take the box away again. */
export async function hoverUntil(page: Page, place: Locator, text: string): Promise<Locator> {
  const found = page.locator(".monaco-hover:visible").getByText(text).first();
  for (let attempt = 0; attempt < 8; attempt++) {
    await page.mouse.move(2, 2);
    await place.hover();
    await page.waitForTimeout(2000);
    if (await found.isVisible()) return found;
  }
  throw new Error(`not told: ${text}`);
}

/** The picture of the ways of mail, in its page within a page. */
export function pictureIn(page: Page): Locator {
  return page.frameLocator("iframe.webview.ready").frameLocator("#active-frame").locator("#picture");
}

export function expectThat(what: string, holds: boolean): void {
  if (!holds) throw new Error(`not so: ${what}`);
}
