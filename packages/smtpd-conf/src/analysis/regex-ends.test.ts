import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesRegularExpression, parseRegularExpression } from "../runtime/regular-expression/regular-expression.ts";
import { regexEnds } from "./regex-ends.ts";

test.each([
  ["^bob@", "bob@", "", "bob@"],
  ["^bobs?@", "bob", "", "bob"],
  ["\\.example\\.org$", "", ".example.org", ".example.org"],
  ["(?i)^a\\.b$", "a.b", "a.b", "a.b"],
  ["[a-z]+@example\\.org$", "", "@example.org", "@example.org"],
  ["x?y$", "", "y", "y"],
  ["a\\$", "", "", "a$"],
  ["\\wab$", "", "ab", "ab"],
  ["a\\\\.b$", "", "b", "a\\"],
  ["a|b$", "", "", ""],
  ["^(a)b(c|d)", "ab", "", "ab"],
  ["mx[0-9]\\.example", "", "", ".example"],
  ["^$", "", "", ""],
  ["(", "", "", ""],
  ["", "", "", ""],
])("%s: %j at the beginning, %j at the end, %j within", (pattern, head, tail, inner) => {
  expect(regexEnds(pattern)).toEqual({ head, tail, inner });
});

test("all that an expression finds has its ends", () => {
  const pieces = fc.constantFrom(..."ab.^$*?+\\()[]{}|1,-", "\\.", "\\w", "{2}", "[ab]", "a?", "(b)");
  const pattern = fc.array(pieces, { maxLength: 7 }).map((some) => some.join(""));
  const subject = fc.string({ unit: fc.constantFrom(..."ab.1-"), maxLength: 6 });
  let found = 0;
  fc.assert(
    fc.property(pattern, fc.array(subject, { minLength: 20, maxLength: 20 }), (written, subjects) => {
      const expression = parseRegularExpression(written);
      if (expression.kind === "RegexFault") return;
      const { head, tail, inner } = regexEnds(written);
      for (const one of subjects.filter((text) => matchesRegularExpression(expression, text))) {
        expect([one.slice(0, head.length), tail === "" ? "" : one.slice(-tail.length)], one).toEqual([head, tail]);
        expect(one).toContain(inner);
        found += Number(inner !== "");
      }
    }),
    { numRuns: 20_000 },
  );
  expect(found).toBeGreaterThan(100);
});
