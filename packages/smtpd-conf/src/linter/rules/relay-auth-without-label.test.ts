import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "relay-auth-without-label";
const rest = "match from local for any action a\n";
const secrets = 'table s { l = "a:b" }\n';

describe("reports", () => {
  test.each([
    `${secrets}action a relay host smtps://mail.example.org <|auth <s>|>\n${rest}`,
    `${secrets}action a relay host mail.example.org <|auth <s>|> tls\n${rest}`,
    `action a relay host smtps://mail.example.org <|auth { l = "a:b" }|>\n${rest}`,
    `${secrets}action a relay host { smtps://a.example, smtps://b.example } <|auth <s>|>\n${rest}`,
    `${secrets}action a relay domain { x.example = "smtps://a.example" } <|auth <s>|>\n${rest}`,
    `${secrets}action a relay host smtps://@mail.example.org <|auth <s>|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));

  test("for the hosts of a file", () => {
    const files = { "/h": "# @list\nsmtps://mail.example.org\n" };
    expectMarked(code, `${secrets}table h file:/h\naction a relay host <h> <|auth <s>|>\n${rest}`, { files });
  });
});

describe("is silent about", () => {
  test.each([
    `${secrets}action a relay host smtps://l@mail.example.org auth <s>\n${rest}`,
    `${secrets}action a relay host { smtps://l@a.example, smtps://b.example } auth <s>\n${rest}`,
    `${secrets}action a relay host smtp://l@mail.example.org auth <s>\n${rest}`,
    `action a relay host smtps://mail.example.org\n${rest}`,
    `${secrets}table h db:/h\naction a relay host <h> auth <s>\n${rest}`,
    `${secrets}table h file:/h\naction a relay host <h> auth <s>\n${rest}`,
    `u = "smtps://l@mail.example.org"\n${secrets}action a relay host $u auth <s>\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says where the label goes", () => {
  expectMessage(code, `${secrets}action a relay host smtps://mail auth <s>\n${rest}`, {
    message: "The URL has no label, so smtpd never logs in and never asks this table.",
    help: 'Name an entry of the table in front of the host: "smtps://l@mail".',
  });
  expectMessage(code, `table s db:/s\naction a relay host { smtps://a, smtps://b } auth <s>\n${rest}`, {
    message: "No URL of this relay has a label, so smtpd never logs in and never asks this table.",
    help: 'Name an entry of the table in front of the host: "smtp+tls://LABEL@HOST".',
  });
  expectRelated(code, `${secrets}action a relay host <|smtps://mail|> auth <s>\n${rest}`);
});

test("suggests the only label that there is, with a scheme that can have it", () => {
  const before = (url: string) => `${secrets}action a relay host ${url} auth <s>\n${rest}`;
  expectFixed(code, before("smtps://mail.example.org"), before("smtps://l@mail.example.org"));
  expectFixed(code, before("mail.example.org:587"), before("smtp+tls://l@mail.example.org:587"));
  expectFixed(code, before("smtp://mail.example.org:465"), before("smtps://l@mail.example.org:465"));
});

test("does not choose between labels, and touches nothing that a macro wrote", () => {
  expectNoFix(code, `action a relay host smtps://m auth { l = "a:b", k = "c:d" }\n${rest}`);
  expectNoFix(code, `u = "smtps://m"\n${secrets}action a relay host $u auth <s>\n${rest}`);
});
