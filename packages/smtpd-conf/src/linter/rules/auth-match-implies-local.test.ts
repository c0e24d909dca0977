import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectNoFix, expectSilent } from "../testing.ts";

const code = "auth-match-implies-local";
const head = 'pki p cert "/c" key "/k"\nlisten on em0 smtps pki p auth\naction "r" relay\n';

describe("reports auth without from", () => {
  test.each([
    `${head}match <|auth|> for any action "r"\n`,
    `${head}match for any <|auth { anna }|> action "r"\n`,
    `${head}match <|auth|> tag T for any reject\n`,
    `${head.replace("auth", "auth-optional")}match <|auth|> for any action "r"\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `${head}match from auth for any action "r"\n`,
    `${head}match auth from any for any action "r"\n`,
    `${head}match auth from local for any action "r"\n`,
    `${head}match auth from src "192.0.2.0/24" for any action "r"\n`,
    `${head}match !auth for any reject\n`,
    'listen on em0\naction "r" relay\nmatch auth for any action "r"\n',
    `${head.replace("em0", "lo")}match auth for any action "r"\n`,
  ])("%j", (text) => expectSilent(code, text));
});

test("suggests from auth, which 6.6 does not have", () => {
  expectFixed(code, `${head}match auth for any action "r"\n`, `${head}match from auth for any action "r"\n`);
  expectFixed(code, `${head}match auth for any action "r"\n`, `${head}match from any auth for any action "r"\n`, {
    target: "6.6.4",
  });
});

test("does not touch what a macro wrote", () => expectNoFix(code, `${head}a = "auth"\nmatch $a for any action "r"\n`));
