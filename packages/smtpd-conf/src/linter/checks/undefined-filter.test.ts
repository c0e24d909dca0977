import { test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "undefined-filter";
const filter = "filter a proc-exec x\n";

test("marks the name on a listener, the socket, a relay and in a chain", () => {
  expectMarked(code, `${filter}listen on lo filter <|b|>\n`);
  expectMarked(code, `${filter}listen on socket filter { a, <|b|> }\n`);
  expectMarked(code, `${filter}action r relay filter <|"b"|>\n`);
  expectMarked(code, `${filter}filter c chain { <|b|>, a }\n`);
});

test("does not look in 6.4, as smtpd does not", () => {
  expectSilent(code, "listen on lo filter nobody\n", { target: "6.4.2" });
  expectMarked(code, "listen on lo filter <|nobody|>\n", { target: "6.6.0" });
});

test("knows a proc that was meant", () => {
  expectMessage(code, "proc p x\nlisten on lo filter p\n", { help: '"p" is a proc, and a filter is expected here.' });
  expectRelated(code, "proc <|p|> x\nlisten on lo filter p\n");
});

test("has nothing to say where the definition itself is wrong", () => {
  expectSilent(code, 'filter f builtin connect rdns reject "550"\nlisten on lo filter f\n');
  expectSilent(code, 'filter fcrdns phase connect match rdns junk\nlisten on lo filter "fcrdns"\n');
});
