import { expect, test } from "vitest";
import { type Network, parseNetwork } from "../runtime/network.ts";
import { canonicalAddress, connectionText } from "./canonical-address.ts";

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["10", "10.0.0.0"],
  ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
  ["2001:db8:0:0:1:0:0:0", "2001:db8:0:0:1::"],
  ["2001:0:0:1:0:0:1:1", "2001::1:0:0:1:1"],
  ["1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"],
  ["10:0:0:10:20:30:40:50", "10::10:20:30:40:50"],
  ["::", "::"],
  ["::1", "::1"],
  ["1::", "1::"],
  ["::ffff:192.0.2.1", "::ffff:192.0.2.1"],
])("%s is written %s", (text, expected) => {
  expect(canonicalAddress(parseNetwork(text) as Network)).toBe(expected);
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["192.0.2.01", "192.0.2.1"],
  ["2001:db8::1", "[2001:db8::1]"],
  ["[2001:DB8::1]", "[2001:db8::1]"],
  ["fe80::1%em0", "[fe80::1%em0]"],
  ["[fe80::1%em0]", "[fe80::1%em0]"],
  ["192.0.2", undefined],
  ["192.0.2.0/24", undefined],
  ["mx.example.org", undefined],
])("a connection of %s is looked up as %s", (text, expected) => {
  expect(connectionText(text)).toBe(expected);
});
