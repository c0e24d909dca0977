import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "invalid-macro-name";

test("marks a name with white space in it", () => {
  expectMarked(code, '<|"lan address"|> = "lo"\n');
  expectMarked(code, '<|"lan\taddress"|> = "lo"\n');
  expectMarked(code, '<|"lan "|> = "lo"\n');
});

test("does not look at the first character, as smtpd", () => expectSilent(code, '" lan" = "lo"\n'));

test("has nothing to say of other characters that no use could name", () =>
  expectSilent(code, 'lan-address = "lo"\n"lan.address" = "lo"\n'));

test("offers a name that can be used", () => {
  expectMessage(code, '"lan address" = "lo"\n', {
    message: 'The macro name "lan address" has white space in it, and smtpd does not take it.',
    help: "Use letters, digits and underscores: nothing else counts as a name behind a dollar sign.",
  });
  expectFixed(code, '"lan address" = "lo"\n', 'lan_address = "lo"\n');
  expectFixed(code, '"lan " = "lo"\n', 'lan = "lo"\n');
  expectNoFix(code, '"ä ö" = "lo"\n"auth " = "lo"\n');
  expectNoFix(code, '"auth " = "lo"\n');
});
