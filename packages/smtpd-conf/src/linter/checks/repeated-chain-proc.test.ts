import { test } from "vitest";
import { expectMarked, expectRelated, expectSilent } from "../testing.ts";

const code = "repeated-chain-proc";
const filters = "proc p x\nfilter a proc p\nfilter b proc p\nfilter c proc-exec y\n";

test("marks the second filter of a proc, in 6.6 only", () => {
  for (const target of ["6.6.0", "6.6.4"] as const) {
    expectMarked(code, `${filters}filter d chain { a, c, <|b|> }\n`, { target });
  }
  for (const target of ["6.7.1", "7.9"] as const) expectSilent(code, `${filters}filter d chain { a, b }\n`, { target });
});

test("knows that proc-exec makes a proc of the filter's name", () =>
  expectMarked(code, "filter a proc-exec x\nfilter b proc a\nlisten on lo filter { a, <|b|> }\n", { target: "6.6.4" }));

test("leaves the same filter twice to repeated-chain-filter", () =>
  expectSilent(code, `${filters}filter d chain { a, a }\n`, { target: "6.6.4" }));

test("is content with filters of different procs", () =>
  expectSilent(code, `${filters}filter d chain { a, c }\n`, { target: "6.6.4" }));

test("points at the first filter of the proc", () =>
  expectRelated(code, `${filters}filter d chain { <|a|>, b }\n`, { target: "6.6.4" }));
