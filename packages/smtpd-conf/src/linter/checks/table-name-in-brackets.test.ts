import { expect, test } from "vitest";
import { lint } from "../lint.ts";
import { expectFixed, expectMarked, expectSilent } from "../testing.ts";

const code = "table-name-in-brackets";

test("marks the name with its brackets", () => {
  expectMarked(code, "table <|<t>|> { a }\n");
  expectMarked(code, 'table <|< "t" >|> file:/x\n');
});

test("removes the brackets", () => {
  expectFixed(code, "table <t> { a }\n", "table t { a }\n");
  expectFixed(code, "table < t > { a }\n", "table t { a }\n");
});

test("is one message for one mistake", () => {
  const { diagnostics } = lint({ path: "smtpd.conf", text: "table <t> { a }\nmatch for domain <t> reject\n" });
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

test("is content with brackets where a table is used", () =>
  expectSilent(code, "table t { a }\nmatch for domain <t> reject\n"));
