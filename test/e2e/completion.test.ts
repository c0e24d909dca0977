import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasProgram } from "../integrations/find-program.ts";
import { prepareCommand, runCommand } from "./command.ts";

/** What is typed, and what must be offered, what must not. */
const cases: readonly [typed: string, offered: readonly string[], not: readonly string[]][] = [
  ["smtpd-lint rel", ["relay"], ["match"]],
  ["smtpd-lint mail", ["mail.conf"], ["relay"]],
  ["smtpd-lint --stdin-f", ["--stdin-filename"], ["--target"]],
  ["smtpd-lint --format js", ["json"], ["text", "mail.conf"]],
  ["smtpd-lint --target 7.", ["7.6", "7.9"], ["6.8.0"]],
  ["smtpd-lint --disable unused-ta", ["unused-table"], ["trailing-comma"]],
  ["smtpd-lint match --rcp", ["--rcpt-to"], ["--category"]],
  ["smtpd-lint rules --category se", ["security"], ["style"]],
  ["smtpd-lint explain trailing-", ["trailing-comma"], ["open-relay"]],
  ["smtpd-lint explain mai", ["mail.conf"], []],
];

let folder: string;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-completion-"));
  writeFileSync(join(folder, "mail.conf"), "");
  for (const shell of ["bash", "zsh", "fish"]) {
    const { status, stdout } = runCommand(["completion", shell]);
    expect(status).toBe(0);
    writeFileSync(join(folder, shell === "zsh" ? "_smtpd-lint" : `completion.${shell}`), stdout);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a program prints, run in the folder. */
function ask(program: string, parameters: readonly string[], input = ""): string {
  const { stdout, stderr, error } = spawnSync(program, parameters, {
    cwd: folder,
    input,
    encoding: "utf8",
    timeout: 60_000,
  });
  if (error !== undefined) throw error;
  expect(stderr).toBe("");
  return stdout;
}

function compare(offers: readonly string[], offered: readonly string[], not: readonly string[]): void {
  expect(offers).toEqual(expect.arrayContaining([...offered]));
  expect(offers.filter((offer) => not.includes(offer))).toEqual([]);
}

describe.runIf(hasProgram("bash"))("bash", () => {
  test.each(cases)("%s", (typed, offered, not) => {
    const script = `source completion.bash
      compopt() { :; }
      COMP_WORDS=(${typed}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
      _smtpd_lint; printf '%s\\n' "\${COMPREPLY[@]}"`;
    compare(ask("bash", ["--norc", "-c", script]).split("\n"), offered, not);
  });
});

describe.runIf(hasProgram("fish"))("fish", () => {
  test.each(cases)("%s", (typed, offered, not) => {
    const lines = ask("fish", ["--no-config", "-c", `source completion.fish; complete -C '${typed}'`]).split("\n");
    compare(
      lines.map((line) => line.split("\t")[0] ?? ""),
      offered,
      not,
    );
  });
});

// zsh completes only where somebody types: in a terminal of its own, whose function for a completed word is replaced by
// one that writes down what is offered.
describe.runIf(hasProgram("zsh"))("zsh", () => {
  const offersIn = (typed: string) => {
    const script = `
      zmodload zsh/zpty zsh/zselect
      zpty shell zsh -f -i
      zpty -w shell 'PROMPT=; fpath=("$PWD" $fpath); autoload -Uz compinit; compinit -u -D'
      zpty -w shell 'compadd() { local -a offers; builtin compadd -O offers "$@"; print -rl -- $offers >> offers.txt; builtin compadd "$@" }'
      zpty -w shell 'print -r REA""DY'
      zpty -r shell seen '*READY*'
      zpty -w -n shell ${JSON.stringify(typed)}$'\\t'
      for wait in {1..200}; do [[ -s offers.txt ]] && break; zselect -t 5; done
      zpty -w -n shell $'\\x15print -r DO""NE\\n'
      zpty -r shell seen '*DONE*'
      zpty -d shell
      cat offers.txt`;
    rmSync(join(folder, "offers.txt"), { force: true });
    return ask("zsh", ["-f", "-c", script]).split("\n");
  };

  // A busy machine can keep the inner shell from being ready for what is typed.
  test.each(cases)("%s", { retry: 2 }, (typed, offered, not) => compare(offersIn(typed), offered, not));
});

test("a shell that there is no script for", () => {
  const { status, stderr } = runCommand(["completion", "ksh"]);
  expect(status).toBe(2);
  expect(stderr).toContain("bash, zsh, fish");
});
