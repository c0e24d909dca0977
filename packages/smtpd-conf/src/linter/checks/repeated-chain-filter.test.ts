import { test } from "vitest";
import { expectMarked, expectRelated, expectSilent } from "../testing.ts";

const code = "repeated-chain-filter";
const filters = "filter a proc-exec x\nfilter b proc-exec y\n";

test("marks every repetition", () => {
  expectMarked(code, `${filters}filter c chain { a, b, <|a|> }\n`);
  expectMarked(code, `${filters}filter c chain { a, <|a|>, <|a|> }\n`);
});

test("takes a name in quotes for the same", () => expectMarked(code, `${filters}filter c chain { a, <|"a"|> }\n`));

test("marks one in the braces of a listener or relay", () => {
  expectMarked(code, `${filters}listen on lo filter { b, <|b|> }\n`);
  expectMarked(code, `${filters}action r relay filter { b, <|b|> }\n`);
});

test("is content with the same filter in two chains", () =>
  expectSilent(code, `${filters}filter c chain { a }\nfilter d chain { a, b }\nlisten on lo filter a\n`));

test("tells upper from lower case", () =>
  expectSilent(code, "filter a proc-exec x\nfilter A proc-exec x\nfilter c chain { a, A }\n"));

test("points at the first one", () => expectRelated(code, `${filters}filter c chain { <|a|>, b, a }\n`));
