import { test } from "vitest";
import { expectFixed, expectMarked, expectSilent } from "../testing.ts";

const code = "quoted-keyword";

test("marks a quoted keyword within a statement", () => {
  expectMarked(code, 'listen <|"on"|> lo\n');
  expectMarked(code, "match <|'from'|> any reject\n");
  expectMarked(code, 'action a <|"relay"|>\n');
});

test("marks the first word of a statement", () => expectMarked(code, '<|"listen"|> on lo\n'));

test("removes the quotes", () => {
  expectFixed(code, '"listen" on lo\n', "listen on lo\n");
  expectFixed(code, 'match from "any" reject\n', "match from any reject\n");
});

test("has nothing to say of a macro with the name of a keyword", () =>
  expectSilent(code, '"match" = "x"\nmatch reject\n'));

test("has nothing to say of names and values", () => {
  expectSilent(code, 'action "relay" relay\nmatch for domain "any" action "relay"\n');
  expectSilent(code, 'match "nonsense" reject\n');
});
