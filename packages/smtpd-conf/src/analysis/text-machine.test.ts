import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesDomain } from "../runtime/domain-pattern.ts";
import { matchesMailAddress } from "../runtime/mail-address.ts";
import {
  anyText,
  domainOf,
  domainPatternMachine,
  exactMachine,
  loginMachine,
  mailAddressMachine,
  type TextMachine,
  unionMachine,
} from "./text-machine.ts";

/** Texts of few letters, so that they meet often. */
const text = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 7 });

/** Also holds the machine to what it says of its end: a dead one accepts nothing more. */
function accepts({ start, step, accepts: isEnd, isDead }: TextMachine, read: string): boolean {
  const states = [start];
  for (const character of read) states.push(step(states.at(-1) ?? start, character));
  const isIn = isEnd(states.at(-1) ?? start);
  if (isIn) expect(states.filter((state) => isDead?.(state))).toEqual([]);
  return isIn;
}

function expectSame(machine: (entry: string) => TextMachine, oracle: (read: string, entry: string) => boolean) {
  return (read: string, entry: string) => {
    expect(accepts(machine(entry), read), `${read} in ${entry}`).toBe(oracle(read, entry));
  };
}

test("a domain pattern is that of smtpd, with wildcards and without", () => {
  fc.assert(fc.property(text("ab."), text("ab.*"), expectSame(domainPatternMachine, matchesDomain)), { numRuns: 5000 });
});

test.each(["+", "a"])("a mail address is that of smtpd, also with several @ and the delimiter %s", (delimiter) => {
  const machine = (entry: string) => mailAddressMachine(entry, delimiter);
  const oracle = (read: string, entry: string) => read.includes("@") && matchesMailAddress(read, entry, delimiter);
  fc.assert(fc.property(text("ab+@"), text("ab+@*"), expectSame(machine, oracle)), { numRuns: 10_000 });
});

test("a user is looked up as an address if it has an @, and as it is if not", () => {
  const oracle = (read: string, entry: string) =>
    read.includes("@") ? matchesMailAddress(read, entry) : read === entry;
  const machine = (entry: string) => loginMachine(entry, "+");
  fc.assert(fc.property(text("ab+@"), text("ab+@"), expectSame(machine, oracle)), { numRuns: 10_000 });
});

test("one text, every text, one of several, and what is behind the @", () => {
  const oracle = (read: string, entry: string) => read === entry;
  fc.assert(fc.property(text("ab"), text("ab"), expectSame(exactMachine, oracle)));
  fc.assert(fc.property(text("ab"), (read) => accepts(anyText, read)));
  fc.assert(
    fc.property(text("ab."), fc.array(text("ab.*"), { maxLength: 3 }), (read, entries) => {
      const union = unionMachine(entries.map(domainPatternMachine));
      const isIn = entries.some((entry) => matchesDomain(read, entry));
      expect(accepts(union, read)).toBe(isIn);
      expect(accepts(domainOf(union), `user@${read}`)).toBe(isIn);
      expect(accepts(domainOf(union), "user")).toBe(false);
    }),
  );
});
