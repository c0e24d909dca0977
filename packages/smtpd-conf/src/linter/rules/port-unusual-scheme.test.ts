import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "port-unusual-scheme";
const rest = "match from local for any action a\n";

describe("reports", () => {
  test.each([
    `action a relay host <|smtps|>://mail.example.org:587\n${rest}`,
    `action a relay host <|smtps|>://mail.example.org:25\n${rest}`,
    `action a relay host "<|smtp+tls|>://l@mail.example.org:465" auth { l = "a:b" }\n${rest}`,
    `action a relay host mail.example.org:<|465|>\n${rest}`,
    `action a relay host { mail.example.org, <|smtp+notls|>://mail.example.net:465 }\n${rest}`,
    `action a relay domain { x.example = "<|smtps|>://mail.example.org:587" }\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a relay host smtps://mail.example.org\n${rest}`,
    `action a relay host smtps://mail.example.org:465\n${rest}`,
    `action a relay host smtp+tls://mail.example.org:587\n${rest}`,
    `action a relay host smtps://mail.example.org:2525\n${rest}`,
    `action a relay host lmtp://mail.example.org:465\n${rest}`,
    `action a relay host smtp://localhost:465\n${rest}`,
    `action a relay host smtps://127.0.0.1:587\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says who waits for whom", () => {
  expectMessage(code, `action a relay host smtps://mail:587\n${rest}`, {
    message:
      'A server on port 587 speaks first, and "smtps://" begins with TLS at once, so that they hardly ever come together.',
    help: 'Write "smtp+tls://mail:587".',
  });
  expectMessage(code, `action a relay host mail:465\n${rest}`, {
    message:
      "A server on port 465 waits for TLS, and a URL without a scheme waits for the server to speak first, so that they hardly ever come together.",
    help: 'Write "smtps://mail:465".',
  });
});

test("suggests the scheme that goes with the port", () =>
  expectFixed(
    code,
    `action a relay host smtps://l@m:587 auth { l = "a:b" }\n${rest}`,
    `action a relay host smtp+tls://l@m:587 auth { l = "a:b" }\n${rest}`,
  ));

test("does not touch what a macro wrote", () =>
  expectNoFix(code, `u = "smtps://m:587"\naction a relay host $u\n${rest}`));
