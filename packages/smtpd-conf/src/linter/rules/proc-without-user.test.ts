import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "proc-without-user";

test("marks the command of a program without a user", () => {
  expectMarked(code, 'proc p <|"run -x"|>\n');
  expectMarked(code, "filter f proc-exec <|run|> group wheel\n");
});

test("is content with a user, and with filters that are no programs", () => {
  expectSilent(code, "proc p run user _rspamd\nfilter f proc p\nfilter g proc-exec run group x user y\n");
  expectSilent(code, "filter f phase connect match !rdns junk\n");
});

test("names the process", () =>
  expectMessage(code, "filter scan proc-exec run\n", {
    message: 'The program of "scan" runs as the user of smtpd, with its rights over mail in transit.',
    help: 'Give it a user of its own with "user".',
  }));
