import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "./parts.ts";
import { closeAll, goTo, hoverUntil, lineWith, openFile, pictureIn, runCommand } from "./user.ts";
import type { Workbench } from "./workbench.ts";

/** Takes the pictures of the README and of the walkthrough. They are to be looked at: nothing compares them. */
export async function takeScreenshots({ page }: Workbench): Promise<void> {
  for (const [name, { size, prepare }] of Object.entries(scenes)) {
    await page.setViewportSize(size);
    await prepare(page);
    await page.waitForTimeout(1000);
    await page.screenshot({ path: join(root, "packages/vscode/images", `${name}.png`) });
    console.log(`images/${name}.png`);
    await page.keyboard.press("Escape");
    await closeAll(page);
    await runCommand(page, "View: Single Column Editor Layout");
    await showSideBar(page);
  }
}

interface Scene {
  readonly size: { readonly width: number; readonly height: number };
  readonly prepare: (page: Page) => Promise<void>;
}

/** Opens a file, waits until there is something to see, and makes room for it. */
async function openAlone(page: Page, name: string, seen: string): Promise<void> {
  await openFile(page, name);
  await page.locator(seen).first().waitFor();
  await runCommand(page, "View: Toggle Primary Side Bar Visibility");
  await page.locator(".explorer-folders-view").waitFor({ state: "hidden" });
}

async function showSideBar(page: Page): Promise<void> {
  if (await page.locator(".explorer-folders-view").isVisible()) return;
  await runCommand(page, "View: Toggle Primary Side Bar Visibility");
  await page.locator(".explorer-folders-view").waitFor();
}

/** Shows what the manual says of what is offered: the same keys show and hide it. */
async function showDetails(page: Page): Promise<void> {
  const details = page.locator(".suggest-details-container:visible");
  for (let attempt = 0; attempt < 3 && (await details.count()) === 0; attempt++) {
    await page.keyboard.press("Control+Space");
    await page.waitForTimeout(1500);
  }
  await details.waitFor();
}

const findings = ".squiggly-error";
const lenses = ".codelens-decoration a";

const scenes: Readonly<Record<string, Scene>> = {
  problems: {
    size: { width: 1080, height: 640 },
    async prepare(page) {
      await openAlone(page, "smtpd.conf", findings);
      await goTo(page, 28);
      await page.getByText("never reached: covered by rule 2").first().waitFor();
      const place = lineWith(page, "match from mail-from")
        .locator("span", { hasText: /^mail-from/ })
        .first();
      await hoverUntil(page, place, "Anybody who writes this sender");
    },
  },
  completion: {
    size: { width: 1080, height: 560 },
    async prepare(page) {
      await openAlone(page, "clean.smtpd.conf", lenses);
      await goTo(page, 9, 61);
      await page.keyboard.type(" ");
      await page.keyboard.press("Control+Space");
      await page.locator(".suggest-widget.visible").waitFor();
      await page.keyboard.press("ArrowDown");
      await showDetails(page);
    },
  },
  release: {
    size: { width: 1080, height: 560 },
    async prepare(page) {
      await openAlone(page, "smtpd.conf", findings);
      await page.locator("[id*='smtpd-lint.release']").first().click();
      await page.locator(".quick-input-list").getByText("Automatic").waitFor();
    },
  },
  graph: {
    size: { width: 1180, height: 760 },
    async prepare(page) {
      await openAlone(page, "smtpd.conf", findings);
      await goTo(page, 28);
      await runCommand(page, "smtpd.conf: Show Mail Flow");
      await pictureIn(page).waitFor();
    },
  },
  explanation: {
    size: { width: 1180, height: 640 },
    async prepare(page) {
      await openAlone(page, "clean.smtpd.conf", lenses);
      await runCommand(page, "smtpd.conf: Explain This Configuration");
      await page.getByRole("tab", { name: /What clean/ }).waitFor();
      await page.frameLocator("iframe.webview.ready").frameLocator("#active-frame").getByText("In short").waitFor();
    },
  },
};
