import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "srs-key-unused";
const rest = "action r relay\nmatch for any action r\n";

describe("reports", () => {
  test.each([
    `<|srs key x|>\n${rest}`,
    `<|srs ttl 4d|>\n${rest}`,
    `<|srs key x|>\nsrs key backup y\nsrs ttl 5d\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([`srs key x\naction r relay srs\nmatch for any action r\n`, rest])("%j", (text) =>
    expectSilent(code, text),
  );
});

test("names the option", () => {
  const text = `srs key x\n${rest}`;
  expectMessage(code, text, {
    message: "No relay action has the option srs, so this srs key rewrites no sender.",
    help: "Write srs in the action that relays what aliases forward: action … relay srs.",
  });
  expectNoFix(code, text);
});
