import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "max-rcpt-too-low";

test("marks a number below 100", () => {
  expectMarked(code, "smtp limit max-rcpt <|99|>\n");
  expectMarked(code, "smtp limit max-mails 5 max-rcpt <|-1|>\n");
  expectMarked(code, 'smtp limit "max-rcpt" <|0|>\n');
});

test("marks each of several", () => expectMarked(code, "smtp limit max-rcpt <|5|> max-rcpt 200 max-rcpt <|6|>\n"));

test("is content with 100", () => expectSilent(code, "smtp limit max-rcpt 100\nsmtp limit max-rcpt 0100\n"));

test("has nothing to say of other limits", () =>
  expectSilent(code, "smtp limit max-mails 5\nmda limit max-session 5\n"));

test("has nothing to say up to 7.8", () => expectSilent(code, "smtp limit max-rcpt 50\n", { target: "7.8" }));

test("names the limit and where it comes from", () => {
  expectMessage(code, "smtp limit max-rcpt 50\n", {
    message: '"max-rcpt" is 50, and from 7.9 on smtpd wants at least 100, as RFC 5321 does.',
    help: "Write 100 or more.",
  });
  expectFixed(code, "smtp limit max-rcpt 50\n", "smtp limit max-rcpt 100\n");
  expectNoFix(code, 'most = "50"\nsmtp limit max-rcpt $most\n');
});
