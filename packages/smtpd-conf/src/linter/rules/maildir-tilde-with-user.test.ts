import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "maildir-tilde-with-user";
const rule = "match for local action a\n";

describe("reports", () => {
  test.each([
    `action a maildir <|"~/Maildir"|> user vmail\n${rule}`,
    `action a maildir <|"~/mail/%{dest.domain}"|> junk alias { x = y } user vmail\n${rule}`,
    `action a maildir <|"%{user.directory}/m"|> user vmail\n${rule}`,
    `action a maildir <|"~/m"|> virtual { "x@d" = alice } user vmail\n${rule}`,
    `action a maildir <|"~/m"|> virtual { "x@d" = vmail, "y@d" = alice } user vmail\n${rule}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a maildir "~/Maildir"\n${rule}`,
    `action a maildir "/m/%{dest.user}" user vmail\n${rule}`,
    `action a maildir user vmail\n${rule}`,
    `action a maildir "~/m" userbase { x = y } user vmail\n${rule}`,
    `action a maildir "~/%{dest.user}" virtual { "@d" = vmail, "@e" = VMAIL } user vmail\n${rule}`,
    `table v file:/v\naction a maildir "~/m" virtual <v> user vmail\n${rule}`,
    'action a maildir "~/m" user vmail\nmatch for rcpt-to "vmail@d" action a\n',
  ])("%j", (text) => expectSilent(code, text));
});

test("says whose home it is, and points at who writes", () => {
  expectRelated(code, `action a maildir "~/m" user <|vmail|>\n${rule}`);
  expectMessage(code, `action a maildir "~/m" user vmail\n${rule}`, {
    message: 'This is the home of each recipient, and "vmail" mostly may not write there.',
    help: 'Write the path of the mail of "vmail" in full, or remove "user".',
  });
});
