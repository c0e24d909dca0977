import { test } from "vitest";
import { expectMessage, expectSilent } from "../testing.ts";

const code = "expansion-limit";

/** A statement that uses a macro of 8000 characters so many times. */
function uses(count: number): string {
  return `name = "${"x".repeat(8000)}"\n${"admd $name\n".repeat(count)}`;
}

test("stops behind 64 MB", () =>
  expectMessage(code, uses(8500), {
    message: 'Up to this "$name" the macros have put in more than 64 MB, so nothing further down was read.',
    help: "Put the values into a table, and name the table instead of the macro.",
  }));

test("is content with less", () => expectSilent(code, uses(100)));
