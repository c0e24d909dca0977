import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "unused-table";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `table <|t|> { x }\n${rest}`,
    `table <|t|> file:/etc/mail/t\n${rest}`,
    `table <|"t"|> { x }\naction a mbox\nmatch for domain t action a\n`,
    `table <|t|> { x }\ntable <|u|> { a = b }\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `table t { x }\naction a mbox\nmatch for domain <t> action a\n`,
    `table t { a = b }\naction a mbox alias <t>\nmatch for local action a\n`,
    `table t { x }\nfilter f phase connect match src <t> junk\nlisten on lo filter f\n${rest}`,
    rest,
  ])("%j", (text) => expectSilent(code, text));

  test("a configuration that smtpd refuses", () => expectSilent(code, "table t { x }\nmatch for domain t"));
});

test("names the reference that is missing", () => {
  expectMessage(code, `table t { x }\n${rest}`, {
    message: 'Nothing refers to the table "t".',
    help: "Write <t> where it is meant to be used, or delete it.",
  });
});

test("suggests to delete the statement with its line", () => {
  expectFixed(code, `listen on lo\n  table t { x, \\\n  y }\n${rest}`, `listen on lo\n${rest}`);
  expectFixed(code, `table t { x } # old\n${rest}`, ` # old\n${rest}`);
});

test("does not touch what a macro wrote", () => expectNoFix(code, `v = "{ x }"\ntable t $v\n${rest}`));

test("names: those that may be unused", () => {
  const given = { names: ["shared-*", "t"] };
  expectMarked(code, `table t { x }\ntable <|u|> { x }\ntable shared-a { x }\n${rest}`, { given });
});
