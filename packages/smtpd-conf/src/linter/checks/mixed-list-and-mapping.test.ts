import { test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "mixed-list-and-mapping";

test("marks the entry with a value in a list", () => {
  expectMarked(code, "table a { b, <|c = d|> }\n");
  expectMarked(code, "table a { b <|c => d|>, e }\n");
  expectMarked(code, 'action "in" mbox alias { a, <|c = d|> }\n');
});

test("marks the entry without a value in a mapping", () => {
  expectMarked(code, "table a { b = c, <|d|> }\n");
  expectMarked(code, "table a { b = c <|d|>, e = f }\n");
  expectMarked(code, "match for domain { a = b, <|c|> } reject\n");
  expectMarked(code, "table a {\n  b = c\n  <|d|>\n}\n");
});

test("marks the macro that the entry comes from", () =>
  expectMarked(code, 'last = "x"\ntable a { b = c, <|$last|> }\n'));

test("is content with a list and with a mapping, with commas or without", () => {
  expectSilent(code, "table a { b, c d }\ntable e { f = g, h => i j = k }\n");
});

test("has nothing to say of a key without its value", () => {
  expectSilent(code, "table a { b = }\n");
  expectSilent(code, "table a { b = , c }\n");
  expectSilent(code, "table a { b = c = d }\n");
});

test("has nothing to say of lists of filters", () => expectSilent(code, "filter f chain { a, b = c }\n"));

test("points at the entry that decides", () => {
  expectRelated(code, "table a { <|b|>, c, d = e }\n");
  expectRelated(code, "match for domain { <|b|> = c, d } reject\n");
});

test("says which of the two it is", () => {
  const help = "Give all of them a value, or none.";
  expectMessage(code, "table a { b, c = d }\n", {
    message: '"c" has a value, and the entries before it have none: smtpd takes a list or a mapping, not a mixture.',
    help,
  });
  expectMessage(code, "table a { b = c, d }\n", {
    message: '"d" has no value, and the entries before it have one: smtpd takes a list or a mapping, not a mixture.',
    help,
  });
});
