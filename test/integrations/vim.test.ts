import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkout, prepareCommand, program } from "../e2e/command.ts";

const { stdout: features } = spawnSync("vim", ["--version"], { encoding: "utf8" });
const hasVim = ["+quickfix", "+eval"].every((feature) => features?.includes(feature));
if (!hasVim) console.log("skipped: there is no Vim with +quickfix and +eval");

let folder: string;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-vim-"));
  symlinkSync(program, join(folder, "smtpd-lint"));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What Vim offers to jump to after `:make`. */
const writeQuickfix = `call writefile([json_encode(map(getqflist(),
  \\ {_, item -> [bufname(item.bufnr), item.lnum, item.col, item.text]}))], "quickfix.json")`;

test.skipIf(!hasVim)("with the settings of INTEGRATIONS.md, :make leads to the findings", () => {
  const page = readFileSync(join(checkout, "packages/cli/INTEGRATIONS.md"), "utf8");
  const settings = /^```vim\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? "";
  writeFileSync(join(folder, "vimrc"), settings);
  writeFileSync(join(folder, "script.vim"), `silent make\n${writeQuickfix}\nqall!\n`);
  writeFileSync(join(folder, "smtpd.conf"), 'queue ttl 1w\nmatch for local action "x"\n');
  spawnSync("vim", ["-N", "-es", "-u", "vimrc", "-S", "script.vim", "smtpd.conf"], {
    cwd: folder,
    env: { PATH: [folder, dirname(process.execPath), process.env["PATH"]].join(":"), HOME: folder, TERM: "dumb" },
    timeout: 30_000,
  });
  expect(JSON.parse(readFileSync(join(folder, "quickfix.json"), "utf8"))).toEqual([
    ["smtpd.conf", 1, 11, expect.stringContaining("[error/invalid-delay]")],
    ["smtpd.conf", 2, 24, expect.stringContaining("[error/undefined-action]")],
  ]);
});
