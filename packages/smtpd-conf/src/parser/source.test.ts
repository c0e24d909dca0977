import { describe, expect, test } from "vitest";
import { byteLength, endOf, type Span, spanFrom, textOf } from "./source.ts";
import { sourceOf } from "./testing.ts";

const source = sourceOf("one two three");
const other = sourceOf("elsewhere");
const span = (start: number, end: number, of = source): Span => ({ source: of, start, end });

test("textOf is what stands in the range", () => {
  expect(textOf(span(4, 7))).toBe("two");
  expect(textOf(span(4, 4))).toBe("");
});

describe("spanFrom", () => {
  test("goes from the start of the one to the end of the other", () => {
    expect(spanFrom(span(0, 3), span(8, 13))).toEqual(span(0, 13));
    expect(spanFrom(span(0, 7), span(4, 5))).toEqual(span(0, 7));
  });

  test("is the first one where they lie in different files", () => {
    expect(spanFrom(span(4, 7), span(0, 9, other))).toEqual(span(4, 7));
  });
});

describe("endOf", () => {
  test("is behind the last part", () => {
    expect(endOf(span(0, 3), [span(0, 3), span(8, 13)])).toBe(13);
  });

  test("passes over parts in another file", () => {
    expect(endOf(span(0, 3), [span(4, 7), span(0, 9, other)])).toBe(7);
    expect(endOf(span(0, 3), [span(0, 9, other)])).toBe(3);
    expect(endOf(span(0, 3), [])).toBe(3);
  });
});

describe("byteLength", () => {
  test.each([
    ["", 0],
    ["abc", 3],
    ["\u007f", 1],
    ["\u0080", 2],
    ["\u07ff", 2],
    ["\u0800", 3],
    ["\uffff", 3],
    ["\u{10000}", 4],
    ["a\u00e9\u20ac\u{1f600}", 10],
  ])("of %j in UTF-8 is %d", (text, bytes) => {
    expect(byteLength(text, "utf8")).toBe(bytes);
    expect(byteLength(text, "utf8")).toBe(new TextEncoder().encode(text).length);
  });

  test("of text that was decoded a byte at a time is its length", () => {
    expect(byteLength("a\u00e9", "latin1")).toBe(2);
  });
});
