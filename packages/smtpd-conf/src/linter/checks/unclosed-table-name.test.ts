import { test } from "vitest";
import { expectFixed, expectMarked, expectNoFix, expectSilent } from "../testing.ts";

const code = "unclosed-table-name";

test("marks a name without its closing bracket", () => {
  expectMarked(code, "match for domain <|<d|> reject\n");
  expectMarked(code, 'action a mbox alias <|<"x"|> user y\n');
  expectMarked(code, "match for domain <|<d|>\n");
});

test("marks a name with blanks", () => {
  expectMarked(code, "match for domain <<|our domains|>> reject\n");
  expectMarked(code, "match for domain <<|mail for domain|>> reject\n");
});

test("closes the bracket, or puts the name in quotes", () => {
  expectFixed(code, "match for domain <d reject\n", "match for domain <d> reject\n");
  expectFixed(code, "match for domain <our domains> reject\n", 'match for domain <"our domains"> reject\n');
});

test("is content with blanks around a name", () => expectSilent(code, "match for domain < d > reject\n"));

test("leaves an empty name and a keyword to others", () => {
  expectSilent(code, "match for domain <> reject\n");
  expectSilent(code, "match for domain <data> reject\n");
});

test("puts no quotes around quotes", () => expectNoFix(code, 'match from src <"mail" users> reject\n'));
