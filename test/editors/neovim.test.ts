import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareServer } from "../language-server/client.ts";
import { recipeOf, serverOnPath } from "./recipes.ts";

const hasNeovim = /^NVIM v0\.(?:[7-9]|10)/.test(spawnSync("nvim", ["--version"], { encoding: "utf8" }).stdout ?? "");
if (!hasNeovim) console.log("skipped: there is no Neovim 0.7 to 0.10");

const folder = realpathSync(mkdtempSync(join(tmpdir(), "smtpd-neovim-")));

beforeAll(prepareServer, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const text = `table d { example.org }
action "deliver" maildir
match from any for domain <d> action "delivr"
`;

test.skipIf(!hasNeovim)(
  "with the recipe of the README, Neovim shows, completes, explains, renames and lays out",
  async () => {
    writeFileSync(join(folder, "init.lua"), recipeOf("lua", "start_client"));
    writeFileSync(join(folder, "smtpd.conf"), text);
    const script = join(import.meta.dirname, "neovim.lua");
    const { stderr } = spawnSync(
      "nvim",
      ["--headless", "--clean", "-u", "init.lua", "-c", `luafile ${script}`, "smtpd.conf"],
      {
        cwd: folder,
        env: { PATH: serverOnPath(folder), HOME: folder, TERM: "dumb" },
        encoding: "utf8",
        timeout: 60_000,
      },
    );
    expect(stderr).toBe("");
    await expect(readFileSync(join(folder, "transcript.txt"), "utf8")).toMatchFileSnapshot("neovim.out");
  },
);
