import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "number-too-large";

test("marks what is beyond 64 bits, up and down", () => {
  expectMarked(code, "mta max-deferred <|9223372036854775808|>\n");
  expectMarked(code, "mta max-deferred <|-9223372036854775809|>\n");
});

test("is content with the largest and the smallest number", () => {
  expectSilent(code, "mta max-deferred 9223372036854775807\n");
  expectSilent(code, "mta max-deferred -9223372036854775808\n");
  expectSilent(code, "mta max-deferred 00000000000000000000000000000001\n");
});

test("marks the macro that the number comes from", () =>
  expectMarked(code, 'n = "99999999999999999999"\nmta max-deferred <|$n|>\n'));

test("has nothing to say of digits that are a word", () => {
  expectSilent(code, 'table t { "99999999999999999999" }\n');
  expectSilent(code, "table t { 99999999999999999999x }\n");
});

test("says what smtpd does", () =>
  expectMessage(code, "mta max-deferred 99999999999999999999\n", {
    message: "99999999999999999999 does not fit into 64 bits, and smtpd reads no further on this line.",
    help: "Quote it where it is meant as a name or value.",
  }));
