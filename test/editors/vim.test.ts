import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareServer } from "../language-server/client.ts";
import { recipeOf, serverOnPath } from "./recipes.ts";

const silent = ["-N", "-es", "-n", "-i", "NONE"];
const loads = [...silent, "-u", "NONE", "-c", "try | packadd ale | catch | cquit | endtry", "-c", "qall!"];
const hasAle = spawnSync("vim", loads, { encoding: "utf8" }).status === 0;
if (!hasAle) console.log("skipped: there is no Vim with ALE");

const folder = realpathSync(mkdtempSync(join(tmpdir(), "smtpd-vim-")));

beforeAll(prepareServer, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const text = `table d { example.org }
action "deliver" maildir
match   from any  for domain <d>   action "delivr"
`;

test.skipIf(!hasAle)(
  "with the recipe of the README, Vim with ALE shows, explains, finds, fixes, renames and completes",
  async () => {
    writeFileSync(join(folder, "vimrc"), recipeOf("vim", "ale#linter#Define"));
    writeFileSync(join(folder, "smtpd.conf"), text);
    const script = join(import.meta.dirname, "vim.vim");
    const { status, stderr } = spawnSync("vim", [...silent, "-u", "vimrc", "-S", script, "smtpd.conf"], {
      cwd: folder,
      env: { PATH: serverOnPath(folder), HOME: folder, TERM: "dumb" },
      encoding: "utf8",
      timeout: 60_000,
    });
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    await expect(readFileSync(join(folder, "transcript.txt"), "utf8")).toMatchFileSnapshot("vim.out");
  },
);
