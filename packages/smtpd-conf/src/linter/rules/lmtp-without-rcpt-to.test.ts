import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "lmtp-without-rcpt-to";
const rule = "match from any for domain d action a\n";

describe("reports", () => {
  test.each([
    `action a <|lmtp "/l"|> virtual { "@d" = vmail } user vmail\n${rule}`,
    `action a <|lmtp "h:24"|> user vmail virtual { "x@d" = vmail, "y@d" = Vmail }\n${rule}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a lmtp "/l" rcpt-to virtual { "@d" = vmail } user vmail\n${rule}`,
    `action a lmtp "/l" virtual { "@d" = vmail, "x@d" = alice } user vmail\n${rule}`,
    `action a lmtp "/l" virtual { "@d" = alice }\n${rule}`,
    `action a lmtp "/l" virtual { "@d" = alice } user vmail\n${rule}`,
    `action a lmtp "/l" user vmail\n${rule}`,
    `table v file:/v\naction a lmtp "/l" virtual <v> user vmail\n${rule}`,
    'action a lmtp "/l" virtual { "@d" = vmail } user vmail\nmatch for rcpt-to "x@d" action a\n',
  ])("%j", (text) => expectSilent(code, text));
});

test("says what the server gets", () => {
  expectMessage(code, `action a lmtp "/l" virtual { "@d" = vmail } user vmail\n${rule}`, {
    message: 'All addresses lead to "vmail", so the LMTP server gets all mail for one recipient of that name.',
    help: 'Write "rcpt-to" behind the destination, and it gets the address of each recipient.',
  });
});

test("suggests to add it", () => {
  const rest = `virtual { "@d" = vmail } user vmail\n${rule}`;
  expectFixed(code, `action a lmtp "/l" ${rest}`, `action a lmtp "/l" rcpt-to ${rest}`);
  expectNoFix(code, `l = "h:24"\naction a lmtp $l ${rest}`);
});
