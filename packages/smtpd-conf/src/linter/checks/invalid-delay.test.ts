import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "invalid-delay";

test("marks the delay in each place that takes one", () => {
  expectMarked(code, "queue ttl <|1w|>\n");
  expectMarked(code, "srs ttl <|1w|>\n");
  expectMarked(code, "bounce warn-interval 4h, <|1w|>, <|0s|>\n");
  expectMarked(code, 'action "out" relay ttl <|"1w"|>\n');
});

test("marks the macro that the delay comes from", () => {
  expectMarked(code, 'week = "1w"\nqueue ttl <|$week|>\n');
  expectNoFix(code, 'week = "1w"\nqueue ttl $week\n');
});

describe("the form is one number and one unit:", () => {
  test.each(["1s", "1m", "1h", "1d", "01d", '"+1d"', '" 1d"', '"\t1d"'])("%s is one", (delay) =>
    expectSilent(code, `queue ttl ${delay}\n`),
  );

  test.each(["1w", "1D", "d", "1.5d", "1h30m", "4days", "0x1d", '""', '"1 d"', '"1d "', '"d1"', '"4"'])(
    "%s is none",
    (delay) => expectMarked(code, `queue ttl <|${delay}|>\n`),
  );
});

describe("the range ends where the seconds would no longer fit:", () => {
  test.each(["2147483647s", "35791394m", "596523h", "24855d"])("%s fits", (delay) =>
    expectSilent(code, `queue ttl ${delay}\n`),
  );

  test.each(["0s", '"-1d"', "2147483648s", "35791395m", "596524h", "24856d"])("%s does not", (delay) =>
    expectMarked(code, `queue ttl <|${delay}|>\n`),
  );

  test("it says so", () =>
    expectMessage(code, "queue ttl 24856d\n", {
      message: '"24856d" is not a delay.',
      help: 'The shortest delay is "1s", the longest in this unit "24855d".',
    }));
});

test("knows a number without a unit, which is no string either", () => {
  expectMarked(code, "queue ttl <|4|>\n");
  expectMarked(code, "bounce warn-interval 1h, <|4|>, 5h\n");
  expectMarked(code, 'action "out" relay ttl <|4|>\n');
  expectMessage(code, "queue ttl 4\n", { help: 'Add the unit: "4s", "4m", "4h" or "4d".' });
  expectNoFix(code, "queue ttl 4\n");
});

describe("writes what was meant, where that is clear:", () => {
  test.each([
    ["1w", "7d"],
    ["1h30m", "90m"],
    ["1.5d", "36h"],
    ["4days", "4d"],
    ["1D", "1d"],
    ['"1 hour"', '"1h"'],
    ['"1d 12h"', '"36h"'],
  ])("%s becomes %s", (from, to) => expectFixed(code, `queue ttl ${from}\n`, `queue ttl ${to}\n`));

  test.each(["1M", "1y", "0w", "9999999w", "h", '"-1w"', '"1,5h"'])("%s is left to the author", (delay) =>
    expectNoFix(code, `queue ttl ${delay}\n`),
  );
});
