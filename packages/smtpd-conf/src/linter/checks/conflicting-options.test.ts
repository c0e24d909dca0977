import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "conflicting-options";

describe("on a listener", () => {
  test("marks the second TLS mode", () => {
    expectMarked(code, "listen on lo tls <|smtps|>\n");
    expectMarked(code, "listen on lo tls-require verify pki x <|tls|>\n");
  });

  test("marks the second address family", () => expectMarked(code, "listen on lo inet4 <|inet6|>\n"));

  test("marks auth-optional behind auth", () =>
    expectMarked(code, "listen on lo tls auth <|auth-optional <users>|>\n"));

  test("leaves the same option twice to duplicate-option", () => expectSilent(code, "listen on lo tls tls\n"));

  test("says what to choose between", () =>
    expectMessage(code, "listen on lo tls smtps\n", {
      message: '"smtps" cannot be combined with "tls": smtpd takes one of the two.',
      help: '"tls" offers TLS, "tls-require" insists on it, and "smtps" speaks it from the first byte.',
    }));

  test("points at the first one", () => expectRelated(code, "listen on lo <|inet6|> inet4\n"));
});

describe("on an action", () => {
  test("marks the later one of alias and virtual", () => {
    expectMarked(code, 'action "in" maildir alias <a> <|virtual <v>|>\n');
    expectMarked(code, 'action "in" maildir virtual <v> <|alias <a>|>\n');
  });

  test("marks the later one of backup, host and domain", () => {
    expectMarked(code, 'action "out" relay backup <|host "smtp://mail.example.org"|>\n');
    expectMarked(code, 'action "out" relay host "smtp://mail.example.org" <|backup mx mx.example.org|>\n');
    expectMarked(code, 'action "out" relay domain <d> <|host "smtp://mail.example.org"|>\n');
  });

  test("marks the user of mbox, forward-only and expand-only", () => {
    expectMarked(code, 'action "in" mbox alias <a> <|user vmail|>\n');
    expectMarked(code, 'action "in" forward-only <|user vmail|>\n');
    expectMarked(code, 'action "in" expand-only <|user vmail|>\n');
  });

  test("marks the user of lmtp in 7.3 and 7.4 only", () => {
    expectSilent(code, 'action "in" lmtp "/run/lmtp" user vmail\n', { target: "6.8.0" });
    expectMarked(code, 'action "in" lmtp "/run/lmtp" <|user vmail|>\n', { target: "7.3" });
    expectMarked(code, 'action "in" lmtp "/run/lmtp" rcpt-to <|user vmail|>\n', { target: "7.4" });
    expectSilent(code, 'action "in" lmtp "/run/lmtp" user vmail\n', { target: "7.5" });
  });

  test("is content with the user of maildir and mda", () => {
    expectSilent(code, 'action "in" maildir user vmail\n');
    expectSilent(code, 'action "in" mda "/usr/bin/procmail" user vmail\n');
  });

  test("offers to remove the user", () =>
    expectFixed(code, 'action "in" mbox user vmail alias <a>\n', 'action "in" mbox alias <a>\n'));
});

test("has nothing to say of conditions, which are duplicates", () =>
  expectSilent(code, "match from local from any reject\n"));
