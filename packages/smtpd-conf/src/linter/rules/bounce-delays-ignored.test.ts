import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "bounce-delays-ignored";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `bounce warn-interval 1h, 2h, 3h, 4h, <|5h|>\n${rest}`,
    `bounce warn-interval 1h, 2h, 3h, 4h, <|"5h", 6h|>\n${rest}`,
    "bounce warn-interval 1h, 2h, 3h, 4h, <|5h|>\nnonsense\n",
    `d = "4h, 5h"\nbounce warn-interval 1h, 2h, 3h, <|$d|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([`bounce warn-interval 1h\n${rest}`, `bounce warn-interval 1h, 2h, 3h, 4h\n${rest}`, rest])("%j", (text) =>
    expectSilent(code, text),
  );
});

test("says how many", () => {
  expectMessage(code, `bounce warn-interval 1h, 2h, 3h, 4h, 5h\n${rest}`, {
    message: "This delay is dropped: smtpd keeps the first four.",
    help: "Choose the four at which the sender is to hear that a message still waits.",
  });
  expectMessage(code, `bounce warn-interval 1h, 2h, 3h, 4h, 5h, 6h\n${rest}`, {
    message: "These delays are dropped: smtpd keeps the first four.",
  });
  expectNoFix(code, `bounce warn-interval 1h, 2h, 3h, 4h, 5h\n${rest}`);
});
