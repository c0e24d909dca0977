import { expect, test } from "vitest";
import { lint } from "./lint.ts";

function spansOf(code: string, text: string): string[] {
  const { diagnostics } = lint({ path: "x", text, rules: { preset: "none", enable: [code] } });
  return diagnostics.map(({ span }) => span.source.text.slice(span.start, span.end));
}

test("regular expressions without the word regex are left to another rule", () => {
  expect(spansOf("unmatchable-domain", 'match for domain { "^a b", "a b" } reject\n')).toEqual(['"a b"']);
});

test("a table that is asked for two things is judged for each", () => {
  const text = 'table t { "a b" }\nmatch for domain <t> reject\n';
  const both = `${text}match mail-from <t> for any reject\n`;
  expect(spansOf("unmatchable-domain", both)).toEqual(['"a b"']);
  expect(spansOf("unmatchable-mail-address", both)).toEqual(['"a b"']);
});
