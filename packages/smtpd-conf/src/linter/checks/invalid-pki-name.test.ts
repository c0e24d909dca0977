import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "invalid-pki-name";
const label = "a".repeat(63);

describe.each(["pki", "ca"])("the name of a %s", (statement) => {
  test.each(['"our own"', '"*.example.org"', '"-a.example.org"', '"a..b"', '"a/b"', '"bücher.example"', '"https://a"'])(
    "cannot be %s",
    (name) => expectMarked(code, `${statement} <|${name}|> cert "/a"\n`),
  );

  test.each(["mail.example.org", '"mail.example.org."', "our_own", '"*"', '""', "MAIL", "a-"])("can be %s", (name) =>
    expectSilent(code, `${statement} ${name} cert "/a"\n`),
  );

  test("has at most 64 characters, and 63 in each part", () => {
    expectSilent(code, `${statement} ${label} cert "/a"\n`);
    expectSilent(code, `${statement} ${label}. cert "/a"\n`);
    expectMarked(code, `${statement} <|${label}a|> cert "/a"\n`);
    expectMarked(code, `${statement} <|${label}.a|> cert "/a"\n`);
  });
});

test("says what is wrong with it", () => {
  expectMessage(code, 'pki "*.example.org"\n', {
    message: '"*.example.org" is not a host name, and the name of a pki must be one.',
    help: 'A wildcard can only stand alone: write "*", or a name such as "example.org".',
  });
  expectMessage(code, 'ca "bücher.example" cert "/a"\n', {
    help: "Write an international domain in its ASCII form (xn--…).",
  });
  expectMessage(code, `pki ${label}.a\n`, {
    message: "The name of this pki has 65 characters, and smtpd takes at most 64 on Linux.",
  });
});
