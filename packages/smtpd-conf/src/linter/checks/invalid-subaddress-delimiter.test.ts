import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "invalid-subaddress-delimiter";

test.each(['""', '"+-"', '"@"', '" "', '"\t"', '"\u007f"', '"ä"', "ab"])("%s cannot be the delimiter", (text) =>
  expectMarked(code, `smtp sub-addr-delim <|${text}|>\n`),
);

test.each(['"+"', '"-"', '"!"', '"~"', "a", '"1"', '"="'])("%s can be the delimiter", (text) =>
  expectSilent(code, `smtp sub-addr-delim ${text}\n`),
);

test("counts bytes, not characters", () => {
  const message = '"ä" has 2 bytes, and smtpd wants one character as the delimiter of sub-addresses.';
  expectMessage(code, 'smtp sub-addr-delim "ä"\n', { message });
});

test("marks the macro that it comes from", () =>
  expectMarked(code, 'delimiter = "xy"\nsmtp sub-addr-delim <|$delimiter|>\n'));

test("says what is wrong with it", () => {
  expectMessage(code, 'smtp sub-addr-delim "@"\n', {
    message: '"@" divides user and domain already, so smtpd does not take it as the delimiter.',
    help: 'Write one printable ASCII character, such as "+" or "-".',
  });
  expectMessage(code, 'smtp sub-addr-delim " "\n', {
    message: "A blank or control character cannot be the delimiter of sub-addresses.",
  });
  expectMessage(code, 'smtp sub-addr-delim ""\n', {
    message: "The delimiter of sub-addresses is empty, and smtpd wants one character.",
  });
});
