import { expect, test } from "vitest";
import { isQuicklyProven, knownReach, knownRelay } from "./known-reach.ts";
import { snapshotOf } from "./testing.ts";

const rule = "match from any for any action a\n";

test("what is known of a few rules is worked out at once", () => {
  const snapshot = snapshotOf(`listen on eth0\naction a relay\n${rule.repeat(2)}`);
  expect(isQuicklyProven(snapshot, "reach")).toBe(true);
  expect([1, 2, 3].map((number) => knownReach(snapshot, { number })?.kind)).toEqual(["reached", "covered", undefined]);
  expect(knownRelay(snapshot)?.answer).toBe("yes");
});

test("of very many rules nothing is known", () => {
  const snapshot = snapshotOf(`listen on eth0\naction a relay\n${rule.repeat(101)}`);
  expect(isQuicklyProven(snapshot, "reach")).toBe(false);
  expect([knownReach(snapshot, { number: 1 }), knownRelay(snapshot)]).toEqual([undefined, undefined]);
});

test("what was found out already is known of any number of rules", () => {
  const snapshot = snapshotOf(`listen on eth0\naction a relay\n${rule.repeat(101)}`);
  snapshot.analysis.reach();
  expect(knownReach(snapshot, { number: 101 })?.kind).toBe("covered");
});
