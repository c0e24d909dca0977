import { describe, test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "helo-trusted-relay";
const head = 'listen on em0\naction "r" relay\n';

describe("reports a rule that trusts the greeting", () => {
  test.each([
    `${head}match from any <|helo "a.example.org"|> for any action "r"\n`,
    `${head}match from any <|helo "*.example.org"|> for any action "r"\n`,
    `${head}match from any <|helo regex "^[a-f]+\\.example\\.org$"|> for any action "r"\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent", () => {
  test.each([
    `${head}match helo "a.example.org" for any action "r"\n`,
    `${head}match from any helo "*" for any action "r"\n`,
    `${head}match from any !helo "a.example.org" for any action "r"\n`,
    `${head}match from auth helo "a.example.org" for any action "r"\n`,
  ])("%j", (text) => expectSilent(code, text));
});
