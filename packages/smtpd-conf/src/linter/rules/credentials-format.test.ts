import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "credentials-format";
const hash = "$2b$10$abcdefghijklmnopqrstuv";

describe("reports", () => {
  test.each([
    `action a relay host x auth { l = <|"u:${hash}"|> }`,
    `action a relay host x auth { l = <|"${hash}"|>, m = "u:p" }`,
    'action a relay host x auth { l = <|"ab"|>, m = <|":secret"|>, n = <|"user:"|> }',
    `listen on lo tls auth { u = <|"{BLF-CRYPT}${hash}"|> }`,
    `listen on lo tls auth-optional { u = <|"u:{CRYPT}${hash}"|> }`,
    'listen on lo tls auth { u = <|"{PLAIN}secret"|>, v = <|"*"|> }',
  ])("%j", (text) => expectMarked(code, text));

  test("a value that is longer than a line", () =>
    expectMarked(code, `action a relay host x auth { l = <|"u:${"p".repeat(2046)}"|> }`));

  test("values of a file", () =>
    expectMarked(code, "table t file:/s\naction a relay host x auth <t>", {
      files: { "/s": `l u:p\nm\t<|u:${hash}|>\n` },
    }));
});

describe("is silent about", () => {
  test.each([
    'action a relay host x auth { l = "user:secret", m = "secret", n = "u:$ecret:x" }',
    `listen on lo tls auth { u = "${hash}", v = "u:${hash}", w = "secret" }`,
    'listen on lo tls auth { u = "<hash>" }',
    'match auth { a = "x" } for any reject',
    "listen on lo tls auth { u, v }",
    "listen on lo tls auth",
    'filter f phase mail-from match auth { a = "x" } junk',
  ])("%j", (text) => expectSilent(code, text));
});

test("says what is needed", () => {
  expectMessage(code, `action a relay host x auth { l = "u:${hash}" }`, {
    message: '"l" has the hash of a password, and a relay needs the password itself.',
    help: 'Write "user:password". Hashes are for the users of a listener.',
  });
  expectMessage(code, 'action a relay host x auth { l = "u:" }', {
    message: 'smtpd cannot read the credentials of "l": they are too short, too long, or lack a part.',
    help: 'Write "user:password".',
  });
  expectMessage(code, 'listen on lo tls auth { u = "*" }', {
    help: 'Write the hash that "smtpctl encrypt" prints.',
  });
  expectMessage(code, `listen on lo tls auth { u = "{CRYPT}${hash}" }`, {
    message: 'The hash of "u" begins with a scheme in braces, which crypt(3) does not know: every login fails.',
    help: "Remove the scheme.",
  });
  expectMessage(code, 'listen on lo tls auth { u = "{SSHA}x" }', {
    help: 'This scheme is not one of crypt(3): write the hash that "smtpctl encrypt" prints.',
  });
});

test("removes the scheme", () =>
  expectFixed(code, `listen on lo tls auth { u = "u:{CRYPT}${hash}" }`, `listen on lo tls auth { u = "u:${hash}" }`));

describe("does not mend", () => {
  test.each([
    'listen on lo tls auth { u = "{SSHA}x" }',
    `m = "'{CRYPT}${hash}'"\nlisten on lo tls auth { u = $m }`,
    `action a relay host x auth { l = "u:${hash}" }`,
  ])("%j", (text) => expectNoFix(code, text));
});
