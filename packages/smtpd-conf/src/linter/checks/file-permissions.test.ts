import { test } from "vitest";
import type { FileProblem } from "../machine.ts";
import { expectMarked, expectMessage, expectSilent, machineWith } from "../testing.ts";

const code = "file-permissions";

function having(problems: Readonly<Record<string, FileProblem>>) {
  return { machine: machineWith(problems) };
}

test("marks a file that is not root's", () => {
  const options = having({ "/k": { reason: "owner", owner: 1000 } });
  expectMarked(code, 'pki m cert "/c" key <|"/k"|>\n', options);
  expectMarked(code, 'pki m cert <|"/k"|> key "/c"\nca x cert <|"/k"|>\n', options);
  expectMessage(
    code,
    'pki m cert "/c" key "/k"\n',
    {
      message: 'The key file "/k" belongs to user 1000, and smtpd takes it from root only.',
      help: "Run: chown root /k",
    },
    options,
  );
});

test("marks a file that others may do too much with", () => {
  const options = having({ "key /k": { reason: "mode", mode: 0o644, most: 0o740 } });
  expectMarked(code, 'pki m cert "/k" key <|"/k"|>\n', options);
  expectMessage(
    code,
    'pki m cert "/k" key "/k"\n',
    {
      message: 'The key file "/k" has mode 0644, and smtpd takes it with 0740 at most.',
      help: "Run: chmod 0640 /k",
    },
    options,
  );
});

test("writes the command as a shell takes it", () => {
  const options = having({ "/my key's": { reason: "mode", mode: 0o666, most: 0o755 } });
  expectMessage(code, `ca x cert "/my key's"\n`, { help: String.raw`Run: chmod 0644 '/my key'\''s'` }, options);
});

test("has nothing to say of other problems, or without a machine", () => {
  expectSilent(
    code,
    'pki m cert "/c" key "/k"\n',
    having({ "/k": { reason: "missing" }, "/c": { reason: "directory" } }),
  );
  expectSilent(code, 'pki m cert "/c" key "/k"\n');
});
