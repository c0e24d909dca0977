import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "action-user-root";

describe("reports", () => {
  test.each([
    "action a maildir user <|root|>\n",
    'action a maildir "/m" junk user <|"root"|> ttl 1d\n',
    'action a mda "/bin/deliver" user <|root|>\n',
    'action a lmtp "/run/lmtp" user <|root|>\n',
    "u = root\naction a maildir user <|$u|>\n",
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "action a maildir user vmail\n",
    "action a maildir\n",
    "action a mbox\n",
    "action root maildir\n",
    "action a mbox user root\n",
    "action a relay helo root\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says what happens to the mail", () => {
  expectMessage(code, "action a maildir user root\n", {
    message: 'smtpd refuses to deliver as "root", so that every message for this action bounces.',
    help: "Name a user without privileges who owns the mail.",
  });
});
