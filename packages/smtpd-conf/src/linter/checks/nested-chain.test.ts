import { test } from "vitest";
import { expectMarked, expectRelated, expectSilent } from "../testing.ts";

const code = "nested-chain";
const filters = 'filter a phase connect match !rdns reject "550 no"\nfilter c chain { a }\n';

test("marks a chain in a chain", () => expectMarked(code, `${filters}filter d chain { <|c|>, a }\n`));

test("marks a chain in the braces of a listener, of the socket and of a relay", () => {
  expectMarked(code, `${filters}listen on 0.0.0.0 filter { <|c|> }\n`);
  expectMarked(code, `${filters}listen on socket filter { a, <|"c"|> }\n`);
  expectMarked(code, `${filters}action out relay filter { <|c|> }\n`);
});

test("is content with a chain that is named directly", () => {
  expectSilent(code, `${filters}listen on 0.0.0.0 filter c\n`);
  expectSilent(code, `${filters}filter d chain { a }\n`);
});

test("leaves a chain that is defined further down to use-before-definition", () =>
  expectSilent(code, "filter a proc-exec x\nfilter d chain { c }\nfilter c chain { a }\n"));

test("points at the inner chain", () =>
  expectRelated(code, "filter a proc-exec x\nfilter <|c|> chain { a }\nfilter d chain { c }\n"));
