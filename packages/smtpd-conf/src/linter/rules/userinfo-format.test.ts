import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "userinfo-format";

describe("reports", () => {
  test.each([
    'action a mbox userbase { b = <|"vmail:vmail:/x"|> }',
    'action a mbox userbase { b = "1:1:/x", c = <|"1:1"|>, d = <|"1"|>, e = <|""|> }',
    'action a mbox userbase { b = <|"1:1:home"|> }',
    'action a mbox userbase { b = <|"1:1::/home"|> }',
    'action a mbox userbase { b = <|"x:1:1::/home:/bin/sh"|> }',
    'action a mbox userbase { b = <|"-1:1:/home"|>, c = <|"4294967296:1:/home"|> }',
  ])("%j", (text) => expectMarked(code, text));

  test("values of a file", () =>
    expectMarked(code, "table t file:/u\naction a mbox userbase <t>", {
      files: { "/u": "b 1:1:/x\nc\t<|x:1:1::/y:/bin/sh|>\n" },
    }));
});

describe("is silent about", () => {
  test.each([
    'action a mbox userbase { b = "1:1:/x", c = "65534:65534:/var/mail/a b" }',
    'action a mbox userbase { b = "1:1:" }',
    'action a mbox userbase { b = "<uid>:<gid>:/home" }',
    "action a mbox userbase { b, c }",
    'action a mbox alias { b = "1:1" }',
    "table t db:/x\naction a mbox userbase <t>",
  ])("%j", (text) => expectSilent(code, text));
});

describe("says what is wrong with", () => {
  test.each([
    ["vmail:vmail:/x", "User and group are numbers, not names."],
    ["1:1:x", "The home directory is an absolute path, and nothing else follows the two numbers."],
    ["/x", 'Write "uid:gid:/home/directory".'],
    ["x:1:2::/x:/bin/sh", 'Write "1:2:/x".'],
  ])("%s", (value, help) =>
    expectMessage(code, `action a mbox userbase { b = "${value}" }`, {
      message: 'smtpd cannot read what stands behind "b", and puts its mail off with a temporary error.',
      help,
    }),
  );
});

test("takes what it needs from a line of passwd", () =>
  expectFixed(code, 'action a mbox userbase { b = "x:1:2:B:/x:/bin/sh" }', 'action a mbox userbase { b = "1:2:/x" }'));

test("does not guess numbers", () => expectNoFix(code, 'action a mbox userbase { b = "vmail:vmail:/x" }'));
