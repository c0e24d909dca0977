import { describe, test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "auth-rule-without-listener";
const head = 'listen on em0\naction "r" relay\n';

describe("reports a rule for logins that cannot be", () => {
  test.each([
    `${head}match <|from auth|> for any action "r"\n`,
    `${head}match from any <|auth|> for any action "r"\n`,
    `${head}match <|from auth { anna }|> for any action "r"\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `pki p cert "/c" key "/k"\nlisten on em0 tls pki p auth-optional\naction "r" relay\nmatch from auth for any action "r"\n`,
    `${head}match !from auth for any reject\n`,
    `${head}match auth for any action "r"\n`,
    `${head}match from local auth for any action "r"\n`,
    'action "r" relay\nmatch from auth for any action "r"\n',
    'listen on socket\naction "r" relay\nmatch from auth for any action "r"\n',
  ])("%j", (text) => expectSilent(code, text));
});
