import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { prepareServer } from "../language-server/client.ts";
import { runEditor } from "./run-editor.ts";

const batch = ["--batch", "--eval", "(package-initialize)"];
const hasEglot = spawnSync("emacs", [...batch, "--eval", "(require 'eglot)"]).status === 0;
if (!hasEglot) console.log("skipped: there is no Emacs with eglot");

beforeAll(prepareServer, 120_000);

const script = join(import.meta.dirname, "emacs.el");
const text = `table d { example.org }
action "deliver" maildir
match   from any  for domain <d>   action "delivr"
`;

test.skipIf(!hasEglot)("with the recipe of the README, Emacs shows, explains, renames and lays out", async () => {
  const { status, stderr, transcript } = runEditor({
    recipe: ["recipe.el", "elisp", "eglot-server-programs"],
    command: ["emacs", ...batch, "-l", "recipe.el", "-l", script],
    text,
  });
  expect(status, stderr).toBe(0);
  await expect(transcript).toMatchFileSnapshot("emacs.out");
});
