import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent, machineWith } from "../testing.ts";

const code = "alias-include-missing";
const machine = machineWith({ "/nosuch": { reason: "missing" }, "/dir": { reason: "directory" } });
const use = "action a mbox alias <t>\nmatch action a\n";

describe("reports", () => {
  test.each([
    `table t { a = "<|:include:/nosuch|>" }\n${use}`,
    `table t { a = "b, <|include:/nosuch|>, c" }\n${use}`,
    `table t { a = "<|:include:/dir|>" }\n${use}`,
    'action a mbox virtual { "@" = "<|:include:/nosuch|>" }\nmatch action a\n',
  ])("%j", (text) => expectMarked(code, text, { machine }));

  test("in a file", () => {
    const files = { "/t": "a: b, <|:include:/nosuch|>\nb: :include:/there\n" };
    expectMarked(code, `table t "/t"\n${use}`, { machine, files });
  });
});

describe("is silent about", () => {
  test.each([
    `table t { a = ":include:/there" }\n${use}`,
    `table t { a = ":include:nosuch" }\n${use}`,
    `table t { a = "/nosuch" }\n${use}`,
    'table t { a = ":include:/nosuch" }\naction a mbox userbase <t>\nmatch action a\n',
  ])("%j", (text) => expectSilent(code, text, { machine }));

  test("files of which nothing is known", () => expectSilent(code, `table t { a = ":include:/nosuch" }\n${use}`));

  test("a file that root alone may read or that is no table", () => {
    const other = machineWith({ "/nosuch": { reason: "entry", fault: { line: 1, reason: "value" } } });
    expectSilent(code, `table t { a = ":include:/nosuch" }\n${use}`, { machine: other });
  });
});

test("says what becomes of it", () => {
  expectMessage(
    code,
    `table t { a = ":include:/nosuch" }\n${use}`,
    { message: 'There is no file "/nosuch": smtpd leaves it out, and nobody in it gets the mail.' },
    { machine },
  );
});
