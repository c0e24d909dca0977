import { describe, expect, test } from "vitest";
import { addressText, builtinRuntimeTables, knownTable } from "./builtin-tables.ts";

const machine = { hostname: "mx.example.org", addresses: ["192.0.2.2", "2001:db8::1", "fe80::1%em0"] };

describe("the tables that smtpd makes", () => {
  test.each([
    ["<localhost>", "7.9", ["local", "192.0.2.2", "[2001:db8::1]", "[fe80::1%em0]"]],
    ["<anyhost>", "7.9", ["local", "0.0.0.0/0", "::/0"]],
    ["<anyhost>", "6.6.0", ["local", "0.0.0.0/0"]],
    ["<anyhost>", "6.6.4", ["local", "0.0.0.0/0", "::/0"]],
    ["<localnames>", "7.5", ["localhost", "mx.example.org", "192.0.2.2", "[2001:db8::1]", "[fe80::1%em0]"]],
    ["<anydestination>", "7.9", ["*", "mx"]],
  ] as const)("%s in %s", (name, target, keys) => {
    expect(builtinRuntimeTables(machine, target).get(name)?.keys).toEqual(keys);
  });

  test("addresses in brackets are local names up to 7.4", () => {
    const keys = (target: "7.4" | "7.5") => builtinRuntimeTables(machine, target).get("<localnames>")?.keys;
    expect(keys("7.4")).toContain("[192.0.2.2]");
    expect(keys("7.5")).not.toContain("[192.0.2.2]");
  });

  test("a name without a dot has no short form", () => {
    const tables = builtinRuntimeTables({ ...machine, hostname: "mx" }, "7.9");
    expect(tables.get("<anydestination>")?.keys).toEqual(["*"]);
  });
});

test("entries are in lower case, each once, and not too long", () => {
  const long = "x".repeat(1024);
  expect(knownTable("t", ["B", "a", "b", long, long.slice(1)]).keys).toEqual(["b", "a", long.slice(1)]);
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::1", "[::1]"],
  ["[::1]", "[::1]"],
])("%s is written %s", (address, text) => expect(addressText(address)).toBe(text));
