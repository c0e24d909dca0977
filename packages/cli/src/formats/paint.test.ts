import { expect, test } from "vitest";
import { openPaint, wantsColor } from "./paint.ts";

const terminal = true;
const file = false;

test.each([
  ["always", {}, file, true],
  ["always", { NO_COLOR: "1" }, file, true],
  ["never", { FORCE_COLOR: "1" }, terminal, false],
  ["auto", {}, terminal, true],
  ["auto", {}, file, false],
  ["auto", { NO_COLOR: "1" }, terminal, false],
  ["auto", { NO_COLOR: "" }, terminal, true],
  ["auto", { FORCE_COLOR: "1" }, file, true],
  ["auto", { FORCE_COLOR: "" }, file, true],
  ["auto", { FORCE_COLOR: "0" }, terminal, false],
  ["auto", { FORCE_COLOR: "false" }, terminal, false],
  ["auto", { FORCE_COLOR: "1", NO_COLOR: "1" }, file, true],
  ["auto", { TERM: "dumb" }, terminal, false],
] as const)("--color %s with %j", (choice, environment, isTerminal, expected) => {
  expect(wantsColor(choice, environment, isTerminal)).toBe(expected);
});

test("paints, or leaves the text alone", () => {
  expect(openPaint(true)("error", "error")).toBe("\x1b[1;31merror\x1b[0m");
  expect(openPaint(true)("error", "")).toBe("");
  expect(openPaint(false)("error", "error")).toBe("error");
});
