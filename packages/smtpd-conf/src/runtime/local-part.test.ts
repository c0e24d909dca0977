import { describe, expect, test } from "vitest";
import { isLocalPart } from "./local-part.ts";

describe("a local part", () => {
  test.each(["anna", "a.b", "a+b=c!d", "o'neil", "-a", "a/b", "a?b*c", "~"])("%j", (text) =>
    expect(isLocalPart(text)).toBe(true),
  );
});

describe("no local part", () => {
  test.each(["", ".a", "a.", "a..b", '"a b"', "a b", "a@b", "a;b", "a(b", "a\\b", "é"])("%j", (text) =>
    expect(isLocalPart(text)).toBe(false),
  );
});

describe("up to 7.8 only", () => {
  test.each(["a$b", "a`b", "{a", "a|b", "a}"])("%j", (text) => {
    expect(isLocalPart(text, "7.8")).toBe(true);
    expect(isLocalPart(text, "7.9")).toBe(false);
  });
});
