import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "invalid-relay-url";
const rest = "match from local for any action a\n";

describe("reports", () => {
  test.each([
    `action a relay host <|smpts|>://mail.example.org\n${rest}`,
    `action a relay host "<|http|>://mail.example.org"\n${rest}`,
    `action a relay host "smtp://<|*.example.org|>"\n${rest}`,
    `action a relay host <|smtp://|>\n${rest}`,
    `action a relay host "smtp://<|2001:db8::25|>"\n${rest}`,
    `action a relay host mail.example.org:<|0|>\n${rest}`,
    `action a relay host mail.example.org:<|25/x|>\n${rest}`,
    `action a relay host lmtp://<|localhost|>\n${rest}`,
    `action a relay host "lmtp://<|/var/run/lmtp|>"\n${rest}`,
    `action a relay host { mail.example.org, "smtp:<|mail.example.org|>" }\n${rest}`,
    `table d { example.org = "<|x|>://y" }\naction a relay domain <d>\n${rest}`,
    `table h { "<|x|>://y" }\naction a relay host <h>\naction b relay host <h>\n${rest}`,
    `u = "smpts://mail.example.org"\naction a relay host <|$u|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));

  test("in the file of a table", () => {
    const files = { "/h": "# @list\nmail.example.org\n<|x|>://y\n" };
    expectMarked(code, `table h file:/h\naction a relay host <h>\n${rest}`, { files });
  });

  test("also where another line is wrong", () =>
    expectMarked(code, `action a relay host "<|x|>://y"\nmatch for local action b\n`));
});

describe("is silent about", () => {
  test.each([
    `action a relay host smtps://label@mail.example.org:465 auth { label = "a:b" }\n${rest}`,
    `action a relay host "[2001:db8::25]:25"\n${rest}`,
    `action a relay\n${rest}`,
    `action a relay host tls+auth://label@mail.example.org\n${rest}`,
    `action a relay host smtp://label@mail.example.org\n${rest}`,
    `srv = "mail.example.org"\naction a relay host smtp://$srv\n${rest}`,
    `action a relay host mail.example.org/\n${rest}`,
    `action a mbox\nmatch for domain "x://y" action a\n`,
    `table h db:/h\naction a relay host <h>\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

describe("says what is wrong with", () => {
  test.each([
    ["smpts://x", 'There is no scheme "smpts"', 'Did you mean "smtps" or "smtp"?'],
    ["backup://x", 'There is no scheme "backup"', 'A backup relay is written "relay backup", without a URL.'],
    ["http://x", 'There is no scheme "http"', "The schemes are smtp, smtp+tls, smtp+notls, smtps and lmtp."],
    [
      "submission://x",
      'There is no scheme "submission"',
      "The schemes are smtp, smtp+tls, smtp+notls, smtps and lmtp.",
    ],
    [
      "ssmtp+auth://x",
      'There is no scheme "ssmtp+auth"',
      'Write "smtp+tls" or "smtps" with a label in front of the host, and "auth" behind it.',
    ],
    ["mail:", "There is no port behind the colon", "A port is a number from 1 to 65535."],
    ["mail:smtps", '"smtps" is no port', 'Write "mail:465".'],
    ["smtp://", "No host is named", undefined],
    ["lmtp:///run/x", '"/run/x" is no host', 'A socket takes a local action: lmtp "/run/x".'],
    ["lmtp://mail", "LMTP has no port of its own", "Name the port: lmtp://mail:24, or whatever the server listens on."],
    ["2001:db8::1", "An IPv6 address needs brackets", 'Write "[2001:db8::1]".'],
  ])("%j", (url, what, help) => {
    const message = `${what}: smtpd cannot read this URL, and mail for it waits until it expires.`;
    expectMessage(code, `action a relay host "${url}"\n${rest}`, help === undefined ? { message } : { message, help });
  });
});

test("puts an IPv6 address in brackets", () =>
  expectFixed(
    code,
    `action a relay host "smtps://l@2001:db8::1"\n${rest}`,
    `action a relay host "smtps://l@[2001:db8::1]"\n${rest}`,
  ));

test("writes a port as a number", () => {
  expectFixed(code, `action a relay host mail:submission\n${rest}`, `action a relay host mail:587\n${rest}`);
  expectFixed(code, `action a relay host smtp://mail:25/\n${rest}`, `action a relay host smtp://mail:25\n${rest}`);
});

test("mends nothing that a macro wrote, or a file", () => {
  expectNoFix(code, `u = "mail:smtp"\naction a relay host $u\n${rest}`);
  const files = { "/h": "# @list\nmail:smtp\n" };
  expectNoFix(code, `table h file:/h\naction a relay host <h>\n${rest}`, { files });
});
