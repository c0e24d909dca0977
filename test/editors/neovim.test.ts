import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { prepareServer } from "../language-server/client.ts";
import { runEditor } from "./run-editor.ts";

const hasNeovim = /^NVIM v0\.(?:[7-9]|10)/.test(spawnSync("nvim", ["--version"], { encoding: "utf8" }).stdout ?? "");
if (!hasNeovim) console.log("skipped: there is no Neovim 0.7 to 0.10");

beforeAll(prepareServer, 120_000);

const script = join(import.meta.dirname, "neovim.lua");
const text = `table d { example.org }
action "deliver" maildir
match from any for domain <d> action "delivr"
`;

test.skipIf(!hasNeovim)(
  "with the recipe of the README, Neovim shows, completes, explains, renames and lays out",
  async () => {
    const { stderr, transcript } = runEditor({
      recipe: ["init.lua", "lua", "start_client"],
      command: ["nvim", "--headless", "--clean", "-u", "init.lua", "-c", `luafile ${script}`, "smtpd.conf"],
      text,
    });
    expect(stderr).toBe("");
    await expect(transcript).toMatchFileSnapshot("neovim.out");
  },
);
