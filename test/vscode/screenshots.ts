import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "./parts.ts";
import { closeAll, goTo, openFile, runCommand, textInEditor } from "./user.ts";
import type { Workbench } from "./workbench.ts";

/** Takes the pictures of the README and of the walkthrough. They are to be looked at: nothing compares them. */
export async function takeScreenshots({ page }: Workbench): Promise<void> {
  await page.setViewportSize({ width: 1180, height: 700 });
  await runCommand(page, "View: Toggle Primary Side Bar Visibility");
  await runCommand(page, "View: Toggle Primary Side Bar Visibility");
  for (const [name, prepare] of Object.entries(scenes)) {
    await prepare(page);
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(root, "packages/vscode/images", `${name}.png`) });
    console.log(`images/${name}.png`);
    await page.keyboard.press("Escape");
    await closeAll(page);
  }
}

async function openChecked(page: Page, name: string): Promise<void> {
  await openFile(page, name);
  await page.locator(".squiggly-error").first().waitFor();
}

const scenes: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async problems(page) {
    await openChecked(page, "smtpd.conf");
    await textInEditor(page, "@example.org").hover();
    await page.locator(".monaco-hover:visible").first().waitFor();
  },
  async completion(page) {
    await openFile(page, "clean.smtpd.conf");
    await goTo(page, 10, 80);
    await page.keyboard.type(" ");
    await page.keyboard.press("Control+Space");
    await page.locator(".suggest-widget.visible").waitFor();
  },
  async release(page) {
    await openChecked(page, "smtpd.conf");
    await page.locator("[id*='smtpd-lint.release']").first().click();
    await page.locator(".quick-input-list").getByText("Automatic").waitFor();
  },
  async graph(page) {
    await openChecked(page, "smtpd.conf");
    await runCommand(page, "smtpd.conf: Show Mail Flow");
    await page.frameLocator("iframe.webview.ready").frameLocator("#active-frame").locator("#picture").waitFor();
  },
  async explanation(page) {
    await openFile(page, "clean.smtpd.conf");
    await runCommand(page, "smtpd.conf: Explain This Configuration");
    await page.getByRole("tab", { name: /does/ }).waitFor();
  },
};
