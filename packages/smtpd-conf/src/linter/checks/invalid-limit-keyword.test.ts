import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "invalid-limit-keyword";

test("marks the name in each of the four statements", () => {
  expectMarked(code, "smtp limit max-rcpt 200 <|max-size|> 5 <|max-age|> 6\n");
  expectMarked(code, "mda limit <|max-sesion|> 5\n");
  expectMarked(code, "mta limit for domain example.org <|max-conn|> 5 inet4\n");
  expectMarked(code, 'scheduler limit <|"max-rcpt"|> 5\n');
});

test("is content with the limits of each", () => {
  expectSilent(code, "smtp limit max-rcpt 200 max-mails 5\nmda limit task-lowat 1 task-hiwat 2 task-release 3\n");
  expectSilent(code, 'mta limit "session-keepalive" -1\nscheduler limit max-evp-batch-size 1\n');
  expectSilent(code, "mta limit inet4 inet6\nsmtp limit\n");
});

test("guesses the name, also in another case", () => {
  expectMessage(code, "mda limit max-sesion 5\n", {
    message: 'There is no mda limit "max-sesion".',
    help: 'Did you mean "max-session"?',
  });
  expectFixed(code, "mta limit Max-Conn-Per-Host 5\n", "mta limit max-conn-per-host 5\n");
  expectNoFix(code, 'which = "max-sesion"\nmda limit $which 5\n');
});

test("knows the limits of the other statements", () =>
  expectMessage(code, "mda limit max-rcpt 5\n", { help: 'It is a limit of "smtp limit".' }));

test("lists what there is", () => {
  expectMessage(code, "smtp limit recipients 5\n", {
    help: 'The limits of "smtp limit" are "max-rcpt" and "max-mails".',
  });
  expectMessage(code, "mta limit connections 5\n", {
    help: 'The limits of "mta limit" are "max-conn-per-host", "max-conn-per-route", "max-conn-per-source", "max-conn-per-connector", "max-conn-per-relay", "max-conn-per-domain" and others.',
  });
});
