// The extension in a real workbench: npm run test:vscode [-- --screenshots]. It is packed and installed into code-server, which
// a Chromium of this machine opens: first somebody uses it and looks at what is seen, then tests run inside with the editor's
// API. With --screenshots the pictures of the README and of the walkthrough are taken anew.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cache, findBrowser, installWorkbench, packExtension, root } from "./parts.ts";
import { runHostTests } from "./run-host.ts";
import { takeScreenshots } from "./screenshots.ts";
import { sights } from "./sights.ts";
import { closeAll } from "./user.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

async function main(): Promise<void> {
  const browser = findBrowser();
  const entry = browser === undefined ? undefined : installWorkbench();
  if (browser === undefined) return console.log("skipped: there is no Chromium on this machine; CHROMIUM can name one");
  if (entry === undefined) return console.log("skipped: code-server cannot be installed");
  const place = mkdtempSync(join(tmpdir(), "smtpd-lint-folder-"));
  const folder = join(place, "mail.example.org");
  cpSync(join(root, "test/vscode/workspace"), folder, { recursive: true });
  const workbench = await openWorkbench({ entry, browser, vsix: packExtension(), folder });
  try {
    if (process.argv.includes("--screenshots")) await takeScreenshots(workbench);
    else report([...(await see(workbench)), ...(await runHostTests(workbench, folder))]);
  } finally {
    await workbench.close();
    rmSync(place, { recursive: true, force: true });
  }
}

/** Does what users do, one after the other in one window; a picture is kept of what went wrong. */
async function see({ page }: Workbench): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [title, look] of Object.entries(sights)) {
    const start = Date.now();
    try {
      await look(page);
      await closeAll(page);
      lines.push(`seen: ok ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      mkdirSync(cache, { recursive: true });
      const picture = join(cache, `failed-${title.replace(/\W+/g, "-")}.png`);
      await page.screenshot({ path: picture });
      lines.push(`seen: FAILED ${title}: ${String(error).split("\n").slice(0, 3).join(" ")}; ${picture}`);
      await page.reload();
      await page.locator(".explorer-folders-view").waitFor();
    }
  }
  return lines;
}

function report(lines: readonly string[]): void {
  console.log(lines.join("\n"));
  const failed = lines.filter((line) => /^\w+: FAILED/.test(line)).length;
  const passed = lines.filter((line) => /^\w+: ok/.test(line)).length;
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

await main();
