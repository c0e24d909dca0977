import fc from "fast-check";
import { expect, test } from "vitest";
import { knownTable } from "../runtime/builtin-tables.ts";
import { matchesNetwork, parseNetwork } from "../runtime/network.ts";
import { addressAt, endOfAddresses, nextPlace, placeOf, rangesOf } from "./network-ranges.ts";

const networks = [
  "10.0.0.0/8",
  "10.1",
  "10.255.255.255",
  "11.0.0.0/8",
  "0.0.0.0/0",
  "255.255.255.255",
  "::/0",
  "::1",
  "2001:db8::/32",
  "junk",
];
const sources = [
  "0.0.0.0",
  "9.255.255.255",
  "10.0.0.0",
  "11.255.255.255",
  "12.0.0.0",
  "255.255.255.255",
  "[::]",
  "[::1]",
  "[2001:db8::]",
  "[2001:db9::]",
];

function placeOfSource(source: string): bigint {
  const network = parseNetwork(source);
  if (network === undefined) throw new Error(source);
  return placeOf(network);
}

test("each address has a place, and each place an address", () => {
  for (const source of sources) expect(addressAt(placeOfSource(source))).toBe(source);
  expect(addressAt(endOfAddresses - 1n)).toBe("[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]");
});

test("an address is in the ranges if it is in a network, and the next place is the first one that is as wanted", () => {
  const places = sources.map(placeOfSource);
  fc.assert(
    fc.property(fc.subarray(networks), fc.constantFrom(...sources), fc.boolean(), (entries, source, inside) => {
      const ranges = rangesOf(knownTable("t", entries));
      const isIn = (other: string) => entries.some((entry) => matchesNetwork(other, entry));
      const next = nextPlace(ranges, placeOfSource(source), inside);
      expect(next === placeOfSource(source)).toBe(isIn(source) === inside);
      if (next < endOfAddresses) expect(isIn(addressAt(next))).toBe(inside);
      const skipped = places.filter((place) => place >= placeOfSource(source) && place < next);
      expect(skipped.filter((place) => isIn(addressAt(place)) === inside)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
