import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPossible } from "./possible-text.ts";
import { addressShape, type TextDimension, type TextShape, textShape } from "./text-shapes.ts";

const shapes: readonly (readonly [dimension: TextDimension, internal: boolean])[] = [
  ["helo", false],
  ["rdns", false],
  ["username", false],
  ["sender", false],
  ["recipient", false],
  ["recipient", true],
];

/** Characters of addresses, and pieces that are rarely met by chance. */
const piece = fc.oneof(
  fc.constantFrom(..."abx09-_.@[]:/+$|é "),
  fc.constantFrom("a.example", "[192.0.2.1]", "[ipv6:2001:db8::1]", "user@", "@[::1]", "a.-b"),
);
const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));

function accepts({ machine: { start, step, accepts: isEnd } }: TextShape, read: string): boolean {
  return isEnd([...read].reduce(step, start));
}

test("addresses of clients are of their shape", () => {
  for (const source of ["0.0.0.0", "255.255.255.255", "10.1.2.3", "[::]", "[::1]", "[2001:db8::ab:1]", "[fe80::1%em0]"])
    expect(accepts(addressShape, source), source).toBe(true);
  for (const other of ["", "10", "1.2.3", "1.2.3.", "1.2.3.4.5", "1234.1.1.1", "[::1", "::1", "a.b.c.d", "[::1]1"])
    expect(accepts(addressShape, other), other).toBe(false);
});

describe.each(shapes)("%s, internal: %s", (dimension, internal) => {
  const shape = textShape(dimension, internal);

  test("all that smtpd takes is of the shape, and only what the shape's characters spell", () => {
    const isKnown = (character: string) => shape.open || shape.alphabet.some((group) => group.includes(character));
    fc.assert(
      fc.property(text, (read) => {
        if (read === "" || !isPossible(dimension, read, { internal, target: "6.4.0" })) return;
        expect(accepts(shape, read), read).toBe(true);
        expect([...read].every(isKnown), read).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test("characters of a group are alike, and none stands in two", () => {
    const { machine, alphabet } = shape;
    expect(new Set(alphabet.join("")).size).toBe(alphabet.join("").length);
    const states = new Set([machine.start]);
    for (const state of states) {
      for (const group of alphabet) {
        const next = new Set([...group].map((character) => machine.step(state, character)));
        expect(next.size, `${group} in state ${state}`).toBe(1);
        for (const one of next) states.add(one);
      }
    }
  });
});

test("what is possible depends on the release, and on who says it", () => {
  expect(isPossible("sender", "a|b@example.org", { target: "7.8" })).toBe(true);
  expect(isPossible("sender", "a|b@example.org", { target: "7.9" })).toBe(false);
  expect(isPossible("recipient", "a@example.org.", {})).toBe(false);
  expect(isPossible("recipient", "a@example.org.", { internal: true })).toBe(true);
  expect(isPossible("sender", "", {})).toBe(true);
  expect(isPossible("username", "", {})).toBe(false);
});
