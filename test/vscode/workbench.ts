import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

/** Where things are that a workbench takes. */
export interface WorkbenchParts {
  /** The entry of code-server. */
  readonly entry: string;
  /** A Chromium that is on this machine. */
  readonly browser: string;
  /** The packed extension. */
  readonly vsix: string;
  /** The folder that is opened. */
  readonly folder: string;
}

/** A real workbench with the extension in it, in a browser without a window. */
export interface Workbench {
  readonly page: Page;
  /** The folder of the installed extension. */
  readonly extension: string;
  readonly address: string;
  readonly close: () => Promise<void>;
}

const settings = {
  "editor.fontSize": 14,
  "editor.minimap.enabled": false,
  "editor.parameterHints.enabled": false,
  "files.autoSave": "off",
  "files.hotExit": "off",
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "window.commandCenter": false,
  "window.menuBarVisibility": "compact",
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.layoutControl.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** Installs the extension into a workbench of its own, starts that, and opens the folder in a page. */
export async function openWorkbench({ entry, browser, vsix, folder }: WorkbenchParts): Promise<Workbench> {
  const home = mkdtempSync(join(tmpdir(), "smtpd-lint-workbench-"));
  const extensions = join(home, "extensions");
  mkdirSync(join(home, "data/User"), { recursive: true });
  writeFileSync(join(home, "data/User/settings.json"), JSON.stringify(settings));
  const own = ["--user-data-dir", join(home, "data"), "--extensions-dir", extensions];
  const env = environment(home);
  const installed = spawnSync(process.execPath, [entry, ...own, "--install-extension", vsix], {
    encoding: "utf8",
    env,
  });
  if (installed.status !== 0)
    throw new Error(`the extension cannot be installed: ${installed.stdout}${installed.stderr}`);
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const quiet = ["--auth", "none", "--disable-telemetry", "--disable-update-check", "--bind-addr", address];
  const server = spawn(process.execPath, [entry, ...own, ...quiet], { env, stdio: "ignore", detached: true });
  const opened = await openPage(browser, `http://${address}/?folder=${encodeURIComponent(folder)}`);
  return {
    page: opened.page,
    extension: join(extensions, readdirSync(extensions).find((name) => name.includes("smtpd-lint")) ?? ""),
    address,
    async close() {
      await opened.browser.close();
      stop(server);
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Nothing of the user's own, and none of what an outer editor says to its terminals. */
function environment(home: string): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;
  const kept = Object.entries(rest).filter(([name]) => !/^(?:VSCODE_|CODE_|XDG_)/.test(name));
  return { ...Object.fromEntries(kept), HOME: home };
}

/** Its children end with it: they are one group. */
function stop({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}

async function openPage(path: string, url: string): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox", "--force-color-profile=srgb"] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.25 });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  for (let attempt = 0; ; attempt++) {
    try {
      await page.goto(url, { waitUntil: "domcontentloaded" });
      break;
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  await page.waitForSelector(".monaco-workbench .explorer-folders-view", { timeout: 60_000 });
  return { browser, page };
}
