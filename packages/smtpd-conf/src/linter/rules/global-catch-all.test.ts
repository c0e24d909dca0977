import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "global-catch-all";

describe("reports", () => {
  test.each([
    'action a mbox virtual { <|"@"|> = x }',
    'table t { b@a.org = b, <|"@"|> = x }\naction a mbox virtual <t>\naction b mbox virtual <t>',
  ])("%j", (text) => expectMarked(code, text));

  test("a key of a file", () =>
    expectMarked(code, "table t file:/v\naction a mbox virtual <t>", { files: { "/v": "b@a.org b\n<|@|> c\n" } }));
});

describe("is silent about", () => {
  test.each([
    'action a mbox virtual { "@a.org" = x }',
    'action a mbox alias { "@" = x }',
    'match mail-from "@" for any reject',
    'listen on lo senders { a = "@" }',
  ])("%j", (text) => expectSilent(code, text));
});

test("says what it takes", () =>
  expectMessage(code, 'action a mbox virtual { "@" = x }', {
    message: 'The key "@" takes every address of every domain that no other key takes.',
    help: 'Write "@example.org" for one domain, so that misspelled addresses of the others are refused.',
  }));
