import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "unused-macro";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `<|m|> = x\n${rest}`,
    `<|"m"|> = "x y"\n${rest}`,
    `<|m|> = x\nn = y\nadmd $n\n${rest}`,
    `<|m|> = x\nm = y\n${rest}`,
    `<|m|> = x\n# admd $m\n${rest}`,
    `<|m|> = x\nadmd "m $"\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));

  test("one in an included file", () => {
    expectMarked(code, `include "/m"\n${rest}`, { files: { "/m": "<|m|> = x\n" } });
  });
});

describe("is silent about", () => {
  test.each([
    `m = x\nadmd $m\n${rest}`,
    `m = x\nn = $m\nadmd $n\n${rest}`,
    `m = x\nadmd $m.example.org\n${rest}`,
    `m = x\nadmd "$m"\n${rest}`,
    `m = x\nadmd mail.$m\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));

  test("the default of what the command line gives", () => {
    expectSilent(code, `m = x\n${rest}`, { definitions: ["m=y"] });
  });
});

test("names the way out", () => {
  expectMessage(code, `m = x\n${rest}`, {
    message: 'The macro "m" is never used.',
    help: "Write $m where its value is meant to stand, or delete it.",
  });
});

test("suggests to delete the statement with its line", () => expectFixed(code, `m = x\n${rest}`, rest));

test("names: those that may be unused", () => {
  const given = { names: ["net_*"] };
  expectMarked(code, `net_a = x\n<|net|> = y\n${rest}`, { given });
});
