import { expect, test } from "vitest";
import { xmlTag, xmlText } from "./xml.ts";

test.each([
  ["<a> & b", "&lt;a&gt; &amp; b"],
  ["]]>", "]]&gt;"],
  ['"quoted"', '"quoted"'],
  ["tab\tline\nreturn\r", "tab\tline\nreturn&#13;"],
  ["bell\x07 escape\x1b", "bell\u2407 escape\u241b"],
  ["delete\x7f", "delete\x7f"],
  ["\ud800 lone", "\ufffd lone"],
  ["\ufffe\uffff", "\ufffd\ufffd"],
  ["\u{1f4ee} \u{10ffff}", "\u{1f4ee} \u{10ffff}"],
])("the text %j is written %j", (text, written) => expect(xmlText(text)).toBe(written));

test.each([
  ['a "b" <c> & d', "a &quot;b&quot; &lt;c&gt; &amp; d"],
  ["tab\tline\nreturn\r", "tab&#9;line&#10;return&#13;"],
  ["\0\ud800", "\u2400\ufffd"],
])("the attribute %j is written %j", (value, written) => expect(xmlTag("a", { b: value })).toBe(`<a b="${written}"`));
