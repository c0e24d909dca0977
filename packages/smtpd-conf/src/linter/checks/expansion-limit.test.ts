import { test } from "vitest";
import { expectMessage, expectSilent } from "../testing.ts";

const code = "expansion-limit";

/** Statements that use a macro of 4000 words so many times. */
function uses(count: number): string {
  return `name = "${"x ".repeat(4000)}"\n${"admd $name\n".repeat(count)}`;
}

test("stops behind a million words", () =>
  expectMessage(code, uses(260), {
    message: 'Up to this "$name" the macros have put in a million words or 64 MB, so nothing further down was read.',
    help: "Put the values into a table, and name the table instead of the macro.",
  }));

test("is content with less", () => expectSilent(code, uses(100)));
