import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "unquoted-reserved-word";

test("marks a keyword as a name, where it is defined and where it is used", () => {
  expectMarked(code, "table <|data|> { a }\nmatch for domain <<|data|>> reject\n");
  expectMarked(code, "action <|relay|> relay\nmatch for any action <|relay|>\n");
});

test("marks a keyword as a value", () => {
  expectMarked(code, "match for domain <|local|> reject\n");
  expectMarked(code, "listen on lo tag <|data|>\n");
  expectMarked(code, "table t { a, <|user|> }\n");
  expectMarked(code, "queue ttl <|limit|>\n");
});

test("marks a keyword as the name of a macro, also one that begins a statement", () => {
  expectMarked(code, "<|user|> = x\n");
  expectMarked(code, "<|listen|> = x\n");
});

test("puts it in quotes", () => {
  expectFixed(code, "table data { a }\n", 'table "data" { a }\n');
  expectFixed(code, "match for domain <data> reject\n", 'match for domain <"data"> reject\n');
});

test("puts quotes into the macro that it comes from", () =>
  expectFixed(code, 'd = "local"\nmatch for domain $d reject\n', "d = '\"local\"'\nmatch for domain $d reject\n"));

test("knows what rather follows a value in a rule", () => {
  expectMessage(code, "match for domain reject\n", {
    message: '"reject" stands where the value of "domain" is expected.',
    help: 'Write the value before it; if it is the value, quote it: "reject".',
  });
  expectNoFix(code, "match for domain reject\n");
});

test("knows the words that the target reserves", () => {
  expectMarked(code, "table <|bypass|> { a }\n", { target: "6.7.1" });
  expectSilent(code, "table bypass { a }\n", { target: "6.6.4" });
  expectMarked(code, "table <|to|> { a }\n", { target: "6.4.2" });
  expectSilent(code, "table to { a }\n");
});

test("is content with quotes, and with words that only look reserved", () =>
  expectSilent(code, 'table "data" { "user", file, source, accept, default }\n'));

test("has nothing to say where a keyword could not be a value", () => {
  expectSilent(code, "listen on lo mbox\n");
  expectSilent(code, "helo x\n");
});
