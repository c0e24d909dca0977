import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "root-delivery-refused";
const rule = "match for local action a\n";

describe("reports", () => {
  test.each([
    `action a <|maildir|>\n${rule}`,
    `action a <|maildir|> "~/Maildir" junk\nmatch from any action a\n`,
    `action a <|lmtp|> "/l" rcpt-to\n${rule}`,
    `action a <|mda|> "/x"\n${rule}`,
    `action a maildir alias <|{ postmaster = root }|>\n${rule}`,
    `table t { "root@d" = x }\naction a maildir alias <|<t>|>\n${rule}`,
  ])("%j", (text) => expectMarked(code, text));

  test("what the file of the aliases lacks", () => {
    const text = `table t file:/t\naction a maildir alias <|<t>|>\n${rule}`;
    expectMarked(code, text, { files: { "/t": "postmaster: root\n" } });
    expectSilent(code, text.replace("<|<t>|>", "<t>"), { files: { "/t": "Root: alice\n" } });
  });
});

describe("is silent about", () => {
  test.each([
    `action a mbox\n${rule}`,
    `action a maildir user vmail\n${rule}`,
    `action a maildir userbase { x = y }\n${rule}`,
    `action a maildir virtual { x = y }\n${rule}`,
    `action a maildir alias { ROOT = x }\n${rule}`,
    `table t file:/t\naction a maildir alias <t>\n${rule}`,
    "action a maildir\nmatch for domain d action a\n",
    "action a maildir\nmatch !for local action a\n",
    'action a maildir\nmatch for local rcpt-to "x@localhost" action a\n',
    `action a forward-only\n${rule}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says why", () => {
  const help = 'Map root to a person, as in alias { "root" = "alice" }, or forward it by /root/.forward.';
  const message = "smtpd delivers nothing as root, and there are no aliases: mail for root bounces.";
  expectMessage(code, `action a maildir\n${rule}`, { message, help });
  expectMessage(code, `action a maildir alias { x = y }\n${rule}`, {
    message: "smtpd delivers nothing as root, and no alias leads to somebody else: mail for root bounces.",
    help,
  });
});
