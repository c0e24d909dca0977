import { expect, test } from "vitest";
import { matchesMailAddress, splitMailAddress } from "./mail-address.ts";

test.each([
  ["A@B.c", "a@b.C", true],
  ["a+x@b.c", "a@b.c", true],
  ["a+x@b.c", "a+x@b.c", true],
  ["a@b.c", "a+x@b.c", false],
  ["a@b.c", "a", true],
  ["a@b.c", "b.c", false],
  ["a@x.b.c", "@*.b.c", true],
  ["a@b.c", "*@b.c", false],
  ["@", "@", true],
  ["@", "@b.c", false],
  ["a@b.c", "", true],
])("%s against %j: %s", (address, entry, expected) => expect(matchesMailAddress(address, entry)).toBe(expected));

test("the delimiter of sub-addresses is a setting", () => {
  expect(matchesMailAddress("a-x@b.c", "a@b.c", "-")).toBe(true);
  expect(matchesMailAddress("a+x@b.c", "a@b.c", "-")).toBe(false);
});

test("an address is split at its last @", () => {
  expect(splitMailAddress("a@b@c")).toEqual({ user: "a@b", domain: "c" });
  expect(splitMailAddress("a")).toEqual({ user: "a", domain: "" });
  expect(splitMailAddress("@")).toEqual({ user: "", domain: "" });
});
