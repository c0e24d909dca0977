import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "explicit-listener-port";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `listen on <|lo|>\n${rest}`,
    `listen on <|"::1"|> tag x\nnonsense\n`,
    `if = lo\nlisten on <|$if|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([`listen on lo port 25\n${rest}`, `listen on socket\n${rest}`, rest])("%j", (text) =>
    expectSilent(code, text),
  );
});

test("names the port", () => {
  expectMessage(code, `listen on lo\n${rest}`, {
    message: "Without a port this listener has port 25.",
    help: "Write it out: port 25.",
  });
  expectMessage(code, `listen on lo smtps pki p\n${rest}`, { message: "Without a port this listener has port 465." });
});

test("writes it out", () => {
  expectFixed(code, `listen on lo tag x\n${rest}`, `listen on lo port 25 tag x\n${rest}`);
});

test("does not write behind a macro, which can hold more than the address", () => {
  expectNoFix(code, `if = lo\nlisten on $if\n${rest}`);
});
