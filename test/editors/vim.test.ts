import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { prepareServer } from "../language-server/client.ts";
import { runEditor } from "./run-editor.ts";

const silent = ["-N", "-es", "-n", "-i", "NONE"];
const loads = [...silent, "-u", "NONE", "-c", "try | packadd ale | catch | cquit | endtry", "-c", "qall!"];
const hasAle = spawnSync("vim", loads).status === 0;
if (!hasAle) console.log("skipped: there is no Vim with ALE");

beforeAll(prepareServer, 120_000);

const script = join(import.meta.dirname, "vim.vim");
const text = `table d { example.org }
action "deliver" maildir
match   from any  for domain <d>   action "delivr"
`;

test.skipIf(!hasAle)(
  "with the recipe of the README, Vim with ALE shows, explains, finds, fixes, renames and completes",
  async () => {
    const { status, stderr, transcript } = runEditor({
      recipe: ["vimrc", "vim", "ale#linter#Define"],
      command: ["vim", ...silent, "-u", "vimrc", "-S", script, "smtpd.conf"],
      text,
    });
    expect(status, stderr).toBe(0);
    await expect(transcript).toMatchFileSnapshot("vim.out");
  },
);
