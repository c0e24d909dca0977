import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareServer } from "../language-server/client.ts";
import { recipeOf, serverOnPath } from "./recipes.ts";

const loads = ["--batch", "--eval", "(package-initialize)", "--eval", "(require 'eglot)"];
const hasEglot = spawnSync("emacs", loads, { encoding: "utf8" }).status === 0;
if (!hasEglot) console.log("skipped: there is no Emacs with eglot");

const folder = realpathSync(mkdtempSync(join(tmpdir(), "smtpd-emacs-")));

beforeAll(prepareServer, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const text = `table d { example.org }
action "deliver" maildir
match   from any  for domain <d>   action "delivr"
`;

test.skipIf(!hasEglot)("with the recipe of the README, Emacs shows, explains, renames and lays out", async () => {
  writeFileSync(join(folder, "recipe.el"), recipeOf("elisp", "eglot-server-programs"));
  writeFileSync(join(folder, "smtpd.conf"), text);
  const script = join(import.meta.dirname, "emacs.el");
  const parameters = ["--batch", "--eval", "(package-initialize)", "-l", "recipe.el", "-l", script];
  const { status, stderr } = spawnSync("emacs", parameters, {
    cwd: folder,
    env: { PATH: serverOnPath(folder), HOME: folder },
    encoding: "utf8",
    timeout: 60_000,
  });
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  await expect(readFileSync(join(folder, "transcript.txt"), "utf8")).toMatchFileSnapshot("emacs.out");
});
