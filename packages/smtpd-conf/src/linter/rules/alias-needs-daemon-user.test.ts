import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "alias-needs-daemon-user";

describe("reports", () => {
  test.each([
    'action a mbox alias { r = "<||cat|>" } userbase { b = "1:1:/x" }',
    'action a maildir alias { r = "<||cat|>" } userbase { b = "1:1:/x" } user vmail',
    'action a mbox virtual { r = "b, <|/dev/null|>", s = b, t = "<|/x|>, |cat" } userbase { b = "1:1:/x" }',
    'table t { r = "<||cat|>" }\ntable u { b = "1:1:/x" }\naction a mbox alias <t>\naction b mbox userbase <u> alias <t>',
  ])("%j", (text) => expectMarked(code, text));

  test("in files", () =>
    expectMarked(code, "table t file:/a\ntable u file:/u\naction a mbox alias <t> userbase <u>", {
      files: { "/a": "root: b\nlist: <||cat|>\n", "/u": "b 1:1:/x\n" },
    }));
});

describe("is silent about", () => {
  test.each([
    'action a mbox alias { r = "|cat" }',
    'action a mbox alias { r = b } userbase { b = "1:1:/x" }',
    'action a mbox alias { r = "|cat" } userbase { b = "1:1:/x", _smtpd = "2:2:/x" }',
    'action a mbox alias { r = "|cat" } userbase { opensmtpd = "2:2:/x" }',
    'table u db:/x\naction a mbox alias { r = "|cat" } userbase <u>',
    'table u file:/missing\naction a mbox alias { r = "|cat" } userbase <u>',
    'action a mbox userbase { b = "1:1:/x" }',
  ])("%j", (text) => expectSilent(code, text));
});

test("names the action and shows its userbase", () => {
  const text = 'action a mbox alias { r = "|cat" } <|userbase { b = "1:1:/x" }|>';
  expectRelated(code, text);
  expectMessage(code, text.replace(/<\||\|>/g, ""), {
    message: 'This fails in the action "a": its userbase lacks the user of the daemon, by which it is run.',
    help: 'Add that user ("_smtpd" on many systems) to the userbase, or deliver such aliases with another action.',
  });
});
