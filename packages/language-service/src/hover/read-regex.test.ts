import fc from "fast-check";
import { parseRegularExpression } from "smtpd-conf";
import { expect, test } from "vitest";
import { paragraph, toPlainText } from "../markdown.ts";
import { readRegex } from "./read-regex.ts";

/** What is said of a pattern behind "a text that". */
function read(pattern: string): string {
  const expression = parseRegularExpression(pattern);
  if (expression.kind === "RegexFault") throw new Error(expression.message);
  return toPlainText([paragraph(readRegex(expression.tree))]);
}

test.each([
  ["^a$", "is `a`"],
  ["^$", "is empty"],
  ["", "is any text"],
  [".*", "is any text"],
  ["^.*$", "is any text"],
  ["^.+$", "is one or more characters"],
  ["a", "contains `a`"],
  ["^a", "begins with `a`"],
  ["a$", "ends with `a`"],
  ["ab|cd", "contains `ab` or `cd`"],
  ["^ab|cd$", "begins with `ab`, or ends with `cd`"],
  ["^(ab|cd)$", "is `ab` or `cd`"],
  ["^(a|)$", "is optionally `a`"],
  ["(ab)+", "contains one or more times `ab`"],
  ["(ab){2}", "contains 2 times `ab`"],
  ["a?b", "contains optionally `a`, then `b`"],
  ["[abc]", "contains one of `a`, `b` and `c`"],
  ["[^abc]", "contains any character but `a`, `b` and `c`"],
  ["[a-f0-9]", "contains a hexadecimal digit"],
  ["[[:alpha:]]+", "contains one or more letters"],
  ["[[:space:]]", "contains white space"],
  ["\\bfoo\\b", "contains the edge of a word, then `foo`, then the edge of a word"],
  ["\\<foo\\>", "contains the beginning of a word, then `foo`, then the end of a word"],
  ["^mx[0-9]{1,3}\\.", "begins with `mx`, then 1 to 3 digits, then `.`"],
  ["^[^@]+@example\\.org$", "begins with one or more characters other than `@`, and ends with `@example.org`"],
  ["(.*\\.)?example\\.org$", "contains optionally (anything, then `.`), and ends with `example.org`"],
  ["a.b", "contains `a`, then any character, then `b`"],
  ["^.{3}$", "is 3 characters"],
  ["^.{3,}$", "is 3 or more characters"],
  ["a^b", "contains `a`, then the beginning of the text, then `b`"],
  ["a|b|c|d|e|f|g|h", "contains `a`, `b`, `c`, `d`, `e`, `f` or 2 others"],
  ["([a-z]+\\.){2,3}com", "contains 2 to 3 times (one or more letters, then `.`), then `com`"],
  ["x{0,2}y", "contains up to 2 `x`, then `y`"],
  ["[]a]", "contains one of `]` and `a`"],
  [
    "\\w+\\W",
    "contains one or more letters, digits or underscores, then any character but `0` to `9`, `_` and `a` to `z`",
  ],
  ["(?i)foo", "contains `foo`"],
  ["^a.*b$", "begins with `a`, then anything, and ends with `b`"],
  ["^.*a", "contains `a`"],
  ["a.*$", "contains `a`"],
  ["[0-9]*", "contains any number of digits"],
  ["^[0-9]*$", "is any number of digits"],
  ["\\$", "contains `$`"],
])("%j %s", (pattern, words) => expect(read(pattern)).toBe(words));

test("whatever compiles can be read", () => {
  const piece = fc.constantFrom(..."ab.^$|()*+?", "{1,3}", "[a-c]", "[^x]", "\\b", "\\w", "()", ".*");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const expression = parseRegularExpression(pieces.join(""));
      fc.pre(expression.kind === "RegularExpression");
      expect(toPlainText([paragraph(readRegex(expression.tree))])).toMatch(/^(?:is|begins|ends|contains) /);
    }),
  );
});
