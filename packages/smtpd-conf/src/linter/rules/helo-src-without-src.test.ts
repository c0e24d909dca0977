import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "helo-src-without-src";
const rest = "match from local for any action a\n";
const names = 'table n { "192.0.2.1" = a.example }\n';

describe("reports", () => {
  test.each([
    `${names}action a relay <|helo-src <n>|>\n${rest}`,
    `action a relay host mail.example.org <|helo-src { "192.0.2.1" = a.example }|> tls\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `${names}action a relay helo-src <n> src "192.0.2.1"\n${rest}`,
    `action a relay helo a.example\n${rest}`,
    `action a relay src "192.0.2.1"\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says which name is used", () => {
  expectMessage(code, `${names}action a relay helo-src <n>\n${rest}`, {
    message:
      'This table is only asked about an address that "src" has chosen, so smtpd always greets with the server name.',
    help: "Name the addresses to send from with src, or one name for all with helo.",
  });
  expectMessage(code, `${names}action a relay helo b.example helo-src <n>\n${rest}`, {
    message:
      'This table is only asked about an address that "src" has chosen, so smtpd always greets with the name of "helo".',
  });
});
