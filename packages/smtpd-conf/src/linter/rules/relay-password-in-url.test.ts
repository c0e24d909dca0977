import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "relay-password-in-url";
const rest = "match from local for any action a\n";

describe("reports", () => {
  test.each([
    `action a relay host "smtps://<|anna:secret|>@mail.example.org"\n${rest}`,
    `action a relay host "smtps://<|anna:secret|>@mail.example.org" auth { l = "a:b" }\n${rest}`,
    `action a relay host { "<|anna:secret|>@mail.example.org", mail.example.net }\n${rest}`,
    `action a relay domain { x.example = "tls+auth://<|anna:secret|>@mail.example.org" }\n${rest}`,
    `u = "smtps://anna:secret@mail.example.org"\naction a relay host <|$u|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a relay host smtps://l@mail.example.org auth { l = "anna:secret" }\n${rest}`,
    `action a relay host "smtps://a:b@mail.example.org" auth { "A:b" = "anna:secret" }\n${rest}`,
    `action a relay host mail.example.org:25\n${rest}`,
    `action a relay host "smtps://l:@mail.example.org"\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("does not repeat the password", () =>
  expectMessage(code, `action a relay host "smtps://anna:secret@mail"\n${rest}`, {
    message:
      'A URL holds no password: smtpd takes "anna:…" for the name of a label, finds no such entry, and sends nothing.',
    help: 'Write smtp+tls://LABEL@HOST with auth <TABLE>, and put "anna:PASSWORD" into the table under that label.',
  }));
