import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "aliases-format";

describe("reports", () => {
  test.each([
    'action a mbox alias { r = "<|alice bob|>" }',
    'action a mbox alias { r = "alice, <|@a.org|>", s = "<|b c|>, b@" }',
    'action a mbox virtual { x@a.org = "<|~/Maildir|>" }',
    "action a mbox alias { r = <|'\"open'|> }",
    "table t { r = <|b@|> }\naction a mbox alias <t>\naction b mbox alias <t>",
  ])("%j", (text) => expectMarked(code, text));

  test("values of a file", () =>
    expectMarked(code, "table t file:/a\naction a mbox alias <t>", {
      files: { "/a": "root: alice\nteam: alice, <|bob later|>\nx: <|'open|>\n" },
    }));
});

describe("is silent about", () => {
  test.each([
    'action a mbox alias { r = "alice, bob@a.org, /var/mail/x, |/bin/cat -u, :include:/etc/list, error:550 no" }',
    "action a mbox alias { r = '\"|/bin/cat, -u\"' }",
    'action a mbox alias { r = "" }',
    'action a mbox alias { r = "alice@host_name" }',
    'action a mbox virtual { x = "<user>", y = "$user" }',
    "action a mbox alias { r, s }",
    "table t db:/x\naction a mbox alias <t>",
    'table t { r = "a b" }\nmatch for rcpt-to <t> reject',
  ])("%j", (text) => expectSilent(code, text));

  test("lines of a file that are cut in the wrong place", () => {
    const text = "table t file:/a\naction a mbox alias <t>";
    expectSilent(code, text, { files: { "/a": "root : alice\nteam: alice # me\n" } });
  });
});

describe("says how to write", () => {
  test.each([
    ["error:no", 'Write "error:550 text": a code that begins with 4 or 5, a blank, and the text.'],
    [":include:list", "An include takes an absolute path."],
    ["'alice'", 'Only a command can stand in quotes: "|command". Remove them.'],
    ["alice bob", "Put commas between the targets."],
    ["@a.org", "A target is a user, user@domain, /file, |command, :include:/file or error:550 text."],
  ])("%s", (value, help) =>
    expectMessage(code, `action a mbox alias { r = "${value}" }`, {
      message: `smtpd cannot read the target "${value}": mail for "r" gets a temporary error.`,
      help,
    }),
  );

  test("what cannot be taken apart", () => {
    expectMessage(code, `action a mbox alias { r = "'a" }`, {
      message: 'smtpd cannot take the value of "r" apart: mail for it gets a temporary error.',
      help: "A quote or a backslash is left open, or the value has more than 2047 characters.",
    });
    expectNoFix(code, `action a mbox alias { r = "'a" }`);
  });
});
