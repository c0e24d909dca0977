import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareCommand, program } from "../e2e/command.ts";
import { hasProgram } from "./find-program.ts";

const playbook = fileURLToPath(new URL("ansible/playbook.yml", import.meta.url));
const hasAnsible = hasProgram("ansible-playbook");
let folder: string;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-ansible-"));
  symlinkSync(program, join(folder, "smtpd-lint"));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the playbook on this machine. */
function play(action: string): { readonly status: number | null; readonly stdout: string } {
  const variables = JSON.stringify({ smtpd_conf: join(folder, "smtpd.conf"), action });
  return spawnSync("ansible-playbook", ["-i", "localhost,", "-c", "local", "-e", variables, playbook], {
    encoding: "utf8",
    env: {
      PATH: [folder, dirname(process.execPath), process.env["PATH"]].join(":"),
      HOME: folder,
      ANSIBLE_LOCAL_TEMP: join(folder, "local"),
      ANSIBLE_REMOTE_TEMP: join(folder, "remote"),
      LC_ALL: "C.UTF-8",
    },
  });
}

test.skipIf(!hasAnsible)("a template is put in place only where smtpd would take it", () => {
  expect(play("local")).toMatchObject({ status: 0 });
  const accepted = readFileSync(join(folder, "smtpd.conf"), "utf8");
  expect(accepted).toContain('action "local"\n');

  const { status, stdout } = play("lokal");
  expect(status).not.toBe(0);
  expect(stdout).toContain("failed to validate");
  expect(stdout).toContain("[undefined-action]");
  expect(readFileSync(join(folder, "smtpd.conf"), "utf8")).toBe(accepted);
  expect(existsSync(join(folder, "remote"))).toBe(true);
});
