import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "relay-domain-wildcard";
const rest = "match for any action a\n";

describe("reports", () => {
  test.each([
    `action a relay domain { <|"*.example.org"|> = mail.example.net }\n${rest}`,
    `table d { example.org = a.example, <|"*"|> = b.example }\naction a relay domain <d>\n${rest}`,
    `action a relay domain { <|".example.org"|> = mail.example.net }\n${rest}`,
    `action a relay domain { <|"@example.org"|> = mail.example.net }\n${rest}`,
    `d = '"@"'\naction a relay domain { <|$d|> = mail.example.net }\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));

  test("in the file of a table, once", () =>
    expectMarked(code, `table d file:/d\naction a relay domain <d>\n${rest}`, {
      files: { "/d": "example.org smtp://a.example\n<|*.example.org|> smtp://b.example\n*.example.com smtp://c\n" },
    }));
});

describe("is silent about", () => {
  test.each([
    `action a relay domain { example.org = mail.example.net }\n${rest}`,
    `table d db:/d\naction a relay domain <d>\n${rest}`,
    `action a relay host mail.example.net\nmatch for domain "*.example.org" action a\n`,
  ])("%j", (text) => expectSilent(code, text));

  test("releases without this option", () =>
    expectSilent(code, `action a relay domain { "*" = mail.example.net }\n${rest}`, { target: "6.6.4" }));
});

describe("says what happens to mail, and what to write for", () => {
  test.each([
    [
      "*.example.org",
      '"*.example.org" is no pattern here but the domain itself: mail for other domains waits until it expires.',
      "Write each domain out, or send the others by a rule of their own to an action with host.",
    ],
    [
      "@example.org",
      '"@example.org" is no domain and is never found: mail for such recipients waits until it expires.',
      'Write "example.org".',
    ],
    [
      "@",
      '"@" is no domain and is never found: mail for such recipients waits until it expires.',
      "There is no entry for everything else: write each domain out.",
    ],
  ])("%j", (key, message, help) =>
    expectMessage(code, `action a relay domain { "${key}" = mail.example.net }\n${rest}`, { message, help }),
  );
});
