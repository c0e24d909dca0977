import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "warn-interval-after-ttl";
const rest = "action a relay\nmatch for any action a\n";

describe("reports", () => {
  test.each([
    `queue ttl 12h\nbounce warn-interval <|1d|>\n${rest}`,
    `bounce warn-interval 4h, <|4d|>, 3d, <|5d|>\n${rest}`,
    `bounce warn-interval <|60m|>\nqueue ttl 1h\n${rest}`,
    `queue ttl 1h\nbounce warn-interval 2h, <|1d|>\naction a relay ttl 1d\nmatch for any action a\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `bounce warn-interval 3d\n${rest}`,
    `queue ttl 5d\nbounce warn-interval 4d\n${rest}`,
    `queue ttl 1h\nbounce warn-interval 2h\naction a relay ttl 1d\nmatch for any action a\n`,
    `queue ttl 1h\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says why, and points at the ttl", () => {
  const text = `queue ttl <|12h|>\nbounce warn-interval 1d\n${rest}`;
  expectRelated(code, text);
  expectMessage(code, text.replaceAll(/<\||\|>/g, ""), {
    message: "After 1d no message waits any longer, so that this notice is never sent.",
    help: "Give a delay that is shorter than the ttl of the queue.",
  });
});
