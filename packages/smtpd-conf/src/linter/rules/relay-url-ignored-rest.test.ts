import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "relay-url-ignored-rest";
const rest = "match from local for any action a\n";

describe("reports", () => {
  test.each([
    `action a relay host "mail.example.org<|/587|>"\n${rest}`,
    `action a relay host "smtps://mail.example.org<| 465|>"\n${rest}`,
    `action a relay host { "mail.example.org<|?x|>", mail.example.net }\n${rest}`,
    `action a relay host smtps://l@x<|@mail.example.org|> auth { l = "a:b" }\n${rest}`,
    `action a relay domain { x.example = "mail.example.org<|/x|>" }\n${rest}`,
    `u = "mail.example.org/x"\naction a relay host <|$u|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a relay host smtp://mail.example.org:25\n${rest}`,
    `action a relay host smtp://mail.example.org/\n${rest}`,
    `action a relay host "[2001:db8::1]:25"\n${rest}`,
    `action a relay host mail.example.org:25/x\n${rest}`,
    `action a relay host "foo://mail.example.org/x"\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

describe("says what smtpd does, and what to write for", () => {
  test.each([
    [
      "mail/587",
      'smtpd connects to "mail" and ignores "/587" behind it.',
      'Write the port behind a colon: "mail:587".',
    ],
    [
      "a.example, b.example",
      'smtpd connects to "a.example" and ignores ", b.example" behind it.',
      "Write several servers as a list: { one.example.org, two.example.org }.",
    ],
    [
      "smtps://l@x.example@mail",
      'The first "@" ends the label: smtpd connects to "x.example" and ignores "@mail".',
      'A label has no "@": put the whole user name into the table of "auth", under a plain label.',
    ],
    [
      "mail?x",
      'smtpd connects to "mail" and ignores "?x" behind it.',
      "A URL ends with the host or with a colon and the port.",
    ],
  ])("%j", (url, message, help) => expectMessage(code, `action a relay host "${url}"\n${rest}`, { message, help }));
});
