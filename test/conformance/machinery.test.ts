import { expect, test } from "vitest";
import { generateConfiguration } from "./generate.ts";
import { createRandom, integer, seedOf, shuffle } from "./random.ts";
import { shrink } from "./shrink.ts";
import { makeText } from "./texts.ts";

const supplies = { files: undefined, samples: ["match for any reject\n"] };

test("a seed gives the same text every time", () => {
  for (let index = 0; index < 200; index += 1) {
    expect(makeText(5, index, "7.9", supplies)).toBe(makeText(5, index, "7.9", supplies));
  }
  expect(makeText(5, 1, "7.9", supplies)).not.toBe(makeText(6, 1, "7.9", supplies));
});

test("every character of a text is one byte", () => {
  const texts = Array.from({ length: 500 }, (_, index) => makeText(7, index, "6.8", supplies));
  expect(texts.filter((text) => /[^\u0000-\u00ff]/.test(text))).toEqual([]);
});

test("without files no configuration names one that could exist", () => {
  const texts = Array.from({ length: 500 }, (_, index) => generateConfiguration(createRandom(seedOf(9, index)), "7.9"));
  expect(texts.filter((text) => text.includes("smtpd-lint"))).toEqual([]);
});

test("numbers stay in their range and shuffling loses nothing", () => {
  const random = createRandom(3);
  const numbers = Array.from({ length: 1000 }, () => integer(random, -2, 2));
  expect([...new Set(numbers)].sort((left, right) => left - right)).toEqual([-2, -1, 0, 1, 2]);
  expect([...shuffle(random, [1, 2, 3, 4])].sort()).toEqual([1, 2, 3, 4]);
});

test("shrinking keeps what matters and nothing else", async () => {
  const text = makeText(11, 3, "7.9", supplies);
  const long = `${text}match from local for any reject\n${text}`;
  const smallest = await shrink(long, async (candidate) => /match.*any/s.test(candidate));
  expect(smallest).toBe("matchany");
});

test("shrinking asks no more often than it may", async () => {
  const asked: string[] = [];
  await shrink("a b c d\n".repeat(100), async (candidate) => asked.push(candidate) === 0, 50);
  expect(asked.length).toBe(50);
});
