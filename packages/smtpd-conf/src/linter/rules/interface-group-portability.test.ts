import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectSilent, machineWith } from "../testing.ts";

const code = "interface-group-portability";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `listen on <|all|>\n${rest}`,
    `listen on <|"egress"|> port 25\nnonsense\n`,
    `if = egress\nlisten on <|$if|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));

  test("what a tree of files does not tell", () => {
    expectMarked(code, `listen on <|egress|>\n${rest}`, { machine: machineWith({}, { resolves: () => undefined }) });
  });
});

describe("is silent about", () => {
  test.each([`listen on lo\n${rest}`, `listen on 0.0.0.0\n${rest}`, `listen on socket\n${rest}`, rest])("%j", (text) =>
    expectSilent(code, text),
  );

  test("a machine that answers for itself", () => {
    expectSilent(code, `listen on egress\n${rest}`, { machine: machineWith({}) });
  });
});

test("names what is known everywhere", () => {
  expectMessage(code, `listen on egress\n${rest}`, {
    message: '"egress" is a group of interfaces on BSD; where there are no groups smtpd refuses it.',
    help: 'To listen on all addresses of any system write two listeners, on "0.0.0.0" and on "::".',
  });
  expectNoFix(code, `listen on egress\n${rest}`);
});
