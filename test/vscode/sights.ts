import type { Page } from "playwright-core";
import { expectThat, goTo, hoverUntil, lineWith, openFile, pictureIn, runCommand, textInEditor } from "./user.ts";

/** What users see, by what it is: each begins without an open editor. */
export const sights: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async "colours, squiggles and the list of problems"(page) {
    await openFile(page, "smtpd.conf");
    await page.locator(".squiggly-error").first().waitFor();
    await page.locator(".squiggly-warning, .squiggly-unnecessary, .squiggly-inline-unnecessary").first().waitFor();
    const colours = await page.locator(".view-lines span span").evaluateAll((all) => all.map((one) => one.className));
    expectThat("there are more than five colours", new Set(colours).size > 5);
    await runCommand(page, "View: Focus Problems");
    await page.locator(".markers-panel").getByText('There is no table "alises".').first().waitFor();
    await runCommand(page, "View: Toggle Panel Visibility");
  },

  async "hover on a finding, and the page that its code leads to"(page) {
    await openFile(page, "smtpd.conf");
    await page.locator(".squiggly-error").first().waitFor();
    await hoverUntil(page, textInEditor(page, "*@example.org"), "an asterisk stands for itself");
    await page.locator(".monaco-hover:visible").getByText("mailaddr-pattern-wildcard-user").first().click();
    await page.getByRole("tab", { name: /mailaddr-pattern-wildcard-user/ }).waitFor();
  },

  async "hover on a word of the language"(page) {
    await openFile(page, "clean.smtpd.conf");
    await hoverUntil(page, textInEditor(page, "fcrdns"), "reverse DNS");
  },

  async "completion within a line"(page) {
    await openFile(page, "clean.smtpd.conf");
    await goTo(page, 10, 80);
    await page.keyboard.type(" ");
    await page.keyboard.press("Control+Space");
    const list = page.locator(".suggest-widget.visible");
    await list.getByText("hostname", { exact: true }).first().waitFor();
    expectThat("no decision is offered", (await list.getByText("reject", { exact: true }).count()) === 0);
    await page.keyboard.press("Escape");
  },

  async "several statements from a snippet"(page) {
    await openFile(page, "clean.smtpd.conf");
    await goTo(page, 11);
    await page.keyboard.press("Enter");
    await page.keyboard.type("backup-mx");
    await page.locator(".suggest-widget.visible").getByText("backup-mx").first().waitFor();
    await page.keyboard.press("Tab");
    await lineWith(page, 'action "backup" relay backup mx mx2.example.org').waitFor();
    await page.keyboard.press("Escape");
  },

  async "the light bulb mends a finding"(page) {
    await openFile(page, "draft.smtpd.conf");
    await page.locator(".squiggly-error").first().waitFor();
    await goTo(page, 8, 33);
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget").getByText("Write aliases").first().waitFor();
    await page.keyboard.press("Enter");
    await lineWith(page, "alias <aliases>").waitFor();
  },

  async "lenses above statements, and the uses that they lead to"(page) {
    await openFile(page, "clean.smtpd.conf");
    await page.locator(".codelens-decoration a", { hasText: "1 action uses this table" }).first().click();
    const uses = page.locator(".peekview-widget").first();
    await uses.getByText('action "local" maildir alias').first().waitFor();
    await page.keyboard.press("Escape");
  },

  async "hints within the text"(page) {
    await openFile(page, "smtpd.conf");
    await page
      .locator(".view-lines")
      .getByText("from local")
      .or(page.locator(".view-lines").getByText("port 25"))
      .first()
      .waitFor();
  },

  async "the ways of mail, as a picture"(page) {
    await openFile(page, "smtpd.conf");
    await page.locator(".squiggly-error").first().waitFor();
    await runCommand(page, "smtpd.conf: Show Mail Flow");
    const picture = pictureIn(page);
    await picture.waitFor();
    const width = await picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
    expectThat("the picture is drawn", width > 300);
  },

  async "the configuration in plain words"(page) {
    await openFile(page, "clean.smtpd.conf");
    await page.locator(".codelens-decoration a").first().waitFor();
    await runCommand(page, "smtpd.conf: Explain This Configuration");
    await page.getByRole("tab", { name: /What clean\.smtpd\.conf does/ }).waitFor();
  },

  async "the effective configuration"(page) {
    await openFile(page, "clean.smtpd.conf");
    await page.locator(".codelens-decoration a").first().waitFor();
    await runCommand(page, "smtpd.conf: Show Effective Configuration");
    await page.getByRole("tab", { name: /Effective clean\.smtpd\.conf/ }).waitFor();
  },

  async "the rule that decides about a message"(page) {
    await openFile(page, "clean.smtpd.conf");
    await page.locator(".codelens-decoration a").first().waitFor();
    await runCommand(page, "smtpd.conf: Which Rule Decides");
    for (const [question, answer] of [
      ["(1 of 3)", "203.0.113.9"],
      ["(2 of 3)", "anna@example.com"],
      ["(3 of 3)", "bert@example.org"],
    ] as const) {
      await page.locator(".quick-input-widget").getByText(question).waitFor();
      await page.locator(".quick-input-widget input").fill(answer);
      await page.keyboard.press("Enter");
    }
    await page.getByRole("tab", { name: /Rule for bert@example\.org/ }).waitFor();
    await lineWith(page, "domain <domains>").waitFor();
  },

  async "the release in the status bar, and another one"(page) {
    await openFile(page, "draft.smtpd.conf");
    const item = page.locator("[id*='smtpd-lint.release']").first();
    await item.getByText("OpenSMTPD 7.9").waitFor();
    const problems = page.locator("[id*='status.problems']").first();
    const before = await problems.innerText();
    await item.click();
    await page.locator(".quick-input-list").getByText("OpenSMTPD 6.8.0").click();
    await item.getByText("OpenSMTPD 6.8.0").waitFor();
    await problems.filter({ hasNotText: before }).waitFor();
    await item.click();
    await page.locator(".quick-input-list").getByText("Automatic").click();
    await item.getByText("OpenSMTPD 7.9").waitFor();
  },

  async "the walkthrough"(page) {
    await runCommand(page, "Welcome: Open Walkthrough");
    await page.locator(".quick-input-list").getByText("Get started with smtpd.conf").click();
    await page.getByText("Choose your release of OpenSMTPD").first().waitFor();
  },
};
