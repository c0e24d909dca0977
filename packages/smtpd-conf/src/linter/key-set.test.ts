import fc from "fast-check";
import { expect, test } from "vitest";
import { createKeySet } from "./key-set.ts";

test("has what was added", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (keys) => {
      const set = createKeySet();
      for (const key of keys) set.add(key);
      expect(keys.every(set.has)).toBe(true);
    }),
  );
});

test("hardly ever has anything else", () => {
  const set = createKeySet();
  expect(set.has("")).toBe(false);
  for (let number = 0; number < 100_000; number++) set.add(`user${number}@example.org`);
  const others = Array.from({ length: 100_000 }, (_, number) => `user${number}@example.net`);
  expect(others.filter(set.has).length).toBeLessThan(20);
});
