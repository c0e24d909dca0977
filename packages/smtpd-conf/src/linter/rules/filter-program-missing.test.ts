import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent, machineWith } from "../testing.ts";

const code = "filter-program-missing";
const machine = machineWith({}, { hasProgram: (name) => name === "/bin/there" || name === "filter-there" });

describe("reports a program that is not there", () => {
  test.each([
    'filter f proc-exec <|"filter-rspamd"|>',
    'filter f proc-exec <|"/usr/local/bin/filter-x -v"|> user nobody',
    'proc p <|"/usr/local/bin/filter-x"|>',
    'c = "filter-x"\nproc p <|$c|>',
  ])("%j", (text) => expectMarked(code, text, { machine }));
});

describe("is silent about", () => {
  test.each([
    'filter f proc-exec "filter-there -v"',
    'proc p "/bin/there"',
    'proc p "/bin/x" chroot "/var/empty"',
    'proc p "$HOME/x"',
    "proc p \"'/bin/x y'\"",
  ])("%j", (text) => expectSilent(code, text, { machine }));

  test("a machine that nobody has asked", () => expectSilent(code, 'proc p "/bin/x"'));
});

test("says where smtpd looks", () => {
  expectMessage(
    code,
    "proc p filter-x",
    {
      message: 'There is no program "filter-x": the process cannot be started, and smtpd ends with it.',
      help: "Install it. Without a path smtpd looks in the folder of its own programs only, not in PATH.",
    },
    { machine },
  );
  expectMessage(code, 'proc p "/bin/x"', { help: "Install it, or correct the path." }, { machine });
});
