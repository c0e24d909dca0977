import { expect, test } from "vitest";
import { lint } from "../lint.ts";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "not-an-opensmtpd-config";

test("marks the first line that smtpd refuses", () => {
  expectMarked(code, "<|pwcheck_method:|> saslauthd\nmech_list: plain login\n");
  expectMarked(code, "myhostname = mail.example.org\n<|mydestination|> = $myhostname, localhost\n");
});

test("names the program", () => {
  expectMessage(code, "mech_list: plain\n", {
    message: "This looks like a configuration of Cyrus SASL, not of OpenSMTPD.",
  });
  expectMessage(code, "smtpd_banner = $myhostname ESMTP\n", {
    message: "This looks like a configuration of Postfix, not of OpenSMTPD.",
  });
});

test("knows the services of Postfix", () =>
  expectMarked(code, "# service type\n<|smtp|>      inet  n       -       y       -       -       smtpd\n"));

test("is the only finding", () => {
  const text = "log_level: 7\npwcheck_method: auxprop\nauxprop_plugin: sql\nsql_select: SELECT password FROM users\n";
  expect(lint({ path: "smtpd.conf", text }).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

test("has nothing to say of a file with a statement of ours", () =>
  expectSilent(code, "listen on 0.0.0.0\nsmtpd_banner = $greeting\n"));

test("has nothing to say of macros with such names", () =>
  expectSilent(code, 'myhostname = "mail.example.org"\nmatch reject\n'));
