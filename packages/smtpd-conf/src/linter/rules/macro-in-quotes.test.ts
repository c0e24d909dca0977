import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "macro-in-quotes";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `dom = "x.org"\naction a mbox\nmatch for domain "<|$dom|>" action a\n`,
    `m = x\nadmd 'a <|$m|>.b <|$m|>'\n${rest}`,
    `m = x\nn = "a<|$m|>"\nadmd $n\n${rest}`,
    `m = x\naction a mda "run <|$m|>"\nmatch for local action a\n`,
    `USER = x\nadmd "<|$USER|>"\n${rest}`,
    `m = x\nproc p "run <|$m|>"\nnonsense\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `m = x\nadmd $m\n${rest}`,
    `m = x\nadmd a$m\n${rest}`,
    `m = x\nadmd "$n $ \\$"\n${rest}`,
    `USER = x\naction a mda "run $USER"\nmatch for local action a\n`,
    `SENDER = x\nmda wrapper w "%{mda} $SENDER"\n${rest}`,
    `m = x\n# "$m"\n${rest}`,
    `p = '"x$y"'\nadmd $p\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what smtpd does, and shows the value", () => {
  expectMessage(code, `m = "x"\nadmd "$m"\n${rest}`, {
    message: 'smtpd replaces no macros in quotes, so "$m" stays as it is.',
    help: "Write $m without the quotes.",
  });
  expectMessage(code, `m = "x"\nadmd "a $m"\n${rest}`, {
    help: "Put the whole string into a macro, or write out the value.",
  });
  expectRelated(code, `m = "<|x|>"\nadmd "$m"\n${rest}`);
});

test("removes the quotes", () => expectFixed(code, `m = "x.org"\nadmd "$m"\n${rest}`, `m = "x.org"\nadmd $m\n${rest}`));

describe("does not remove the quotes", () => {
  test.each([`m = "/x"\nadmd "$m"\n${rest}`, `m = "x y"\nadmd "$m"\n${rest}`, `m = x\nadmd "a $m"\n${rest}`])(
    "%j",
    (text) => expectNoFix(code, text),
  );
});
