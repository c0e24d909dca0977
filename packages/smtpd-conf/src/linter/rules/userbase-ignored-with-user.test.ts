import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "userbase-ignored-with-user";
const rule = "match for local action a\n";
const same = '{ alice = "5:5:/a", bob = "5:5:/b" }';
const different = '{ alice = "1:1:/a", bob = "2:2:/b" }';

describe("reports", () => {
  test.each([
    `action a maildir "~/m" userbase ${different} user <|vmail|>\n${rule}`,
    `action a mda "/x" user <|vmail|> userbase { bob = "1:1:/", vmail = "1:1:/" }\n${rule}`,
    `action a maildir "~/m" userbase { Vmail = "5:5:/" } user <|vmail|>\n${rule}`,
    `table u ${different}\naction a maildir "~/m" userbase <u> user <|vmail|>\n${rule}`,
  ])("%j", (text) => expectMarked(code, text));

  test("what the file of the userbase says", () => {
    const text = `table u file:/u\naction a maildir "~/m" userbase <u> user <|vmail|>\n${rule}`;
    expectMarked(code, text, { files: { "/u": "alice 1:1:/a\nbob 2:1:/b\n" } });
    expectSilent(code, text.replaceAll(/<\||\|>/g, ""), { files: { "/u": "alice 1:1:/a\nbob 1:1:/b\n" } });
  });
});

describe("is silent about", () => {
  test.each([
    `action a maildir "~/m" userbase ${same} user vmail\n${rule}`,
    `action a maildir "~/m" userbase ${different}\n${rule}`,
    `action a maildir "/m/%{dest.user}" user vmail\n${rule}`,
    `table u file:/u\naction a maildir "~/m" userbase <u> user vmail\n${rule}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what does not count, and points at the table", () => {
  const help = 'Remove "user", and each message is delivered as the user that the userbase gives.';
  expectMessage(code, `action a maildir "~/m" userbase ${different} user vmail\n${rule}`, {
    message: 'All mail is delivered as "vmail", whatever user and group numbers the userbase gives.',
    help,
  });
  expectMessage(code, `action a maildir "~/m" userbase { vmail = "1:1:/" } user vmail\n${rule}`, {
    message: 'smtpd looks "vmail" up among the users of the system, and not in the userbase.',
    help,
  });
  expectRelated(code, `action a maildir "~/m" userbase <|${different}|> user vmail\n${rule}`);
});

test("suggests to remove the user", () => {
  expectFixed(
    code,
    `action a maildir "~/m" userbase ${different} user vmail ttl 1d\n${rule}`,
    `action a maildir "~/m" userbase ${different} ttl 1d\n${rule}`,
  );
  expectNoFix(code, `o = "user vmail"\naction a maildir "~/m" userbase ${different} $o\n${rule}`);
});
