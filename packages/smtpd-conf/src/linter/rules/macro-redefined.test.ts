import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "macro-redefined";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `<|m|> = x\nm = y\nadmd $m\n${rest}`,
    `<|m|> = "x"\n<|m|> = "y"\nm = 'z"'\nadmd $m\n${rest}`,
    `m = x\nn = $m\n<|m|> = "a b"\nm = $n\nadmd $m\n${rest}`,
    `<|m|> = x\nm = x\nadmd $m\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `m = x\nadmd $m\nm = y\nadmd $m\n${rest}`,
    `m = "x y"\nn = $m\nm = z\nadmd $n\nadmd $m\n${rest}`,
    `m = 'x\\'y'\nadmd $m\nm = z\nadmd $m\n${rest}`,
    `m = x\nn = y\nadmd $m\nadmd $n\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));

  test("a macro that is not used at all", () => expectSilent(code, `m = x\nm = y\n${rest}`));
  test("an included file that replaces a default", () => {
    expectSilent(code, `m = x\ninclude "/m"\nadmd $m\n${rest}`, { files: { "/m": "m = y\n" } });
  });
  test("what the command line gives", () => {
    expectSilent(code, `m = x\nm = y\nadmd $m\n${rest}`, { definitions: ["m=z"] });
  });
});

test("points at the other definition", () => {
  const text = `m = x\nm = y\nadmd $m\n${rest}`;
  expectMessage(code, text, {
    message: 'This value of the macro "m" is replaced before it is used.',
    help: "Give one of the two another name, or delete the first.",
  });
  expectRelated(code, `m = x\n<|m|> = y\nadmd $m\n${rest}`);
});

test("suggests to delete the first", () => {
  expectFixed(code, `m = x\nm = y\nadmd $m\n${rest}`, `m = y\nadmd $m\n${rest}`);
});
