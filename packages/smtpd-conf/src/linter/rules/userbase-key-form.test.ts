import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "userbase-key-form";
const action = "action a maildir userbase <u>\n";

describe("reports", () => {
  test.each([
    `table u { <|"a@x"|> = "1:1:/a" }\n${action}`,
    `table u { a = "1:1:/a", <|"b@x"|> = "1:1:/b", "c@x" = "1:1:/c" }\n${action}${action.replace(" a ", " b ")}`,
    'action a maildir userbase { <|"a@x"|> = "1:1:/a" }\naction b maildir userbase { <|"b@x"|> = "1:1:/a" }\n',
  ])("%j", (text) => expectMarked(code, text));

  test("in a file", () => {
    expectMarked(code, `table u "/u"\n${action}`, { files: { "/u": "a 1:1:/a\n<|b@x|> 1:1:/b\nc@x 1:1:/c\n" } });
  });
});

describe("is silent about", () => {
  test.each([
    `table u { a = "1:1:/a@b" }\n${action}`,
    'action a maildir virtual { "a@x" = b }\n',
    `table u "/missing"\n${action}`,
    `table u db:/u\n${action}`,
  ])("%j", (text) => expectSilent(code, text, { files: {} }));
});

test("gives the name", () => {
  expectMessage(code, `table u { "anna@x" = "1:1:/a" }\n${action}`, {
    message: 'smtpd never asks a userbase for an address such as "anna@x", only for the name of a user.',
    help: 'Make the key a name such as "anna", and let a virtual table lead the address to that name.',
  });
});
