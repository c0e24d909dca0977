import { expect, test } from "vitest";
import { matchesNetwork, parseNetwork } from "./network.ts";

test.each([
  ["10.0.0.0/8", "inet4", 0x0a000000n, 8],
  ["10", "inet4", 0x0a000000n, 8],
  ["172.16", "inet4", 0xac100000n, 16],
  ["192.168", "inet4", 0xc0a80000n, 24],
  ["224", "inet4", 0xe0000000n, 8],
  ["255.255.255.255", "inet4", 0xffffffffn, 32],
  ["0x0a01", "inet4", 0x0a010000n, 16],
  ["0xa/4", "inet4", 0xa0000000n, 4],
  ["010.1", "inet4", 0x0a010000n, 16],
  ["::", "inet6", 0n, 128],
  ["[::1]", "inet6", 1n, 128],
  ["2001:db8::/32", "inet6", 0x20010db8n << 96n, 32],
  ["[2001:db8::/32]", "inet6", 0x20010db8n << 96n, 32],
  ["[IPv6:::1]", "inet6", 1n, 128],
  ["::ffff:10.1.2.3", "inet6", 0xffff0a010203n, 128],
  ["1:2:3:4:5:6:7:8", "inet6", 0x00010002000300040005000600070008n, 128],
] as const)("%s is a network", (text, family, address, bits) => {
  expect(parseNetwork(text)).toEqual({ family, address, bits });
});

test.each([
  "",
  "local",
  "example.org",
  "10.0.0.0/33",
  "10.0.0.0/255.0.0.0",
  "10.0.0.0/",
  "10.",
  ".1",
  "1.2.3.4.5",
  "256",
  "[10.1.2.3]",
  "0x",
  "[2001:db8::]/32",
  "::1/129",
  "fe80::1%em0",
  "::1::",
])("%j is none", (text) => expect(parseNetwork(text)).toBeUndefined());

test("texts that are the same match, whatever they say", () => {
  expect(matchesNetwork("local", "LOCAL")).toBe(true);
  expect(matchesNetwork("[fe80::1%em0]", "[fe80::1%em0]")).toBe(true);
});

test("the prefix of the entry counts", () => {
  expect(matchesNetwork("10.1.2.3", "10.9.9.9/8")).toBe(true);
  expect(matchesNetwork("10.0.0.0/8", "10.1.2.3")).toBe(false);
  expect(matchesNetwork("[::1]", "0.0.0.0/0")).toBe(false);
});
