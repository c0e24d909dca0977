import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "duplicate-inline-table";
const action = "action a mbox\n";

describe("reports", () => {
  test.each([
    `${action}match for domain { x, y } action a\nmatch mail-from <|{ y, "X" }|> action a\n`,
    `${action}match for domain { x, y } action a\nmatch for domain <|{ x y }|> reject\nmatch for domain <|{ x, y }|> reject\n`,
    `action a mbox alias { x = y, z = w }\naction b mbox alias <|{ z = w, x = y }|>\nnonsense\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `${action}match for domain { x, y } action a\nmatch for domain { x, z } reject\n`,
    `${action}match for domain { x } action a\nmatch for domain { x } reject\n`,
    `${action}match for domain x action a\nmatch for domain x reject\n`,
    `table t { x, y }\n${action}match for domain <t> action a\nmatch for domain <t> reject\n`,
    `action a mbox alias { x = y, z = w }\naction b mbox alias { x = w, z = y }\nmatch for any action a\n`,
  ])("%j", (text) => expectSilent(code, text));
});

test("points at the first", () => {
  const text = `${action}match for domain { x, y } action a\nmatch for domain { x, y } reject\n`;
  expectMessage(code, text, {
    message: "The same list stands further up.",
    help: "Give it a name with a table statement, and write <NAME> in both places.",
  });
  expectRelated(code, `${action}match for domain <|{ x, y }|> action a\nmatch for domain { x, y } reject\n`);
  expectNoFix(code, text);
});
