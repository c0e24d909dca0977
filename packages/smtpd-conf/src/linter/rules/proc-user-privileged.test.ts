import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "proc-user-privileged";

test("marks root as the user of a program", () => {
  expectMarked(code, "proc p run user <|root|> group wheel\n");
  expectMarked(code, 'filter f proc-exec "run -x" chroot "/var/empty" user <|"root"|>\n');
});

test("is content with other users, with none, and with the group", () => {
  expectSilent(code, "proc p run user _rspamd\nfilter f proc-exec run\nproc q run group root\n");
  expectSilent(code, "action a maildir user root\n");
});

test("names the process", () =>
  expectMessage(code, "filter scan proc-exec run user root\n", {
    message: 'The program of "scan" reads what strangers send, and runs as root.',
    help: "Give it a user of its own, and let that user read the files that it needs.",
  }));
