import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "proc-replaced";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `proc p "x"\nfilter <|p|> proc-exec "y"\n${rest}`,
    `proc p "x"\nfilter f proc p\nfilter <|"p"|> proc-exec "y"\nlisten on lo filter f\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `proc p "x"\nfilter p proc p\n${rest}`,
    `proc p "x"\nfilter q proc-exec "y"\n${rest}`,
    `filter p proc-exec "y"\n${rest}`,
    `filter p proc-exec "y"\nproc p "x"\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("points at the proc and its filters", () => {
  const text = `proc p "x"\nfilter f proc p\nfilter p proc-exec "y"\n${rest}`;
  expectMessage(code, text, {
    message: 'The program of this filter takes the place of the proc "p", which is not started.',
    help: "Give the filter another name.",
  });
  expectRelated(code, `proc <|p|> "x"\nfilter f proc <|p|>\nfilter p proc-exec "y"\n${rest}`);
  expectNoFix(code, text);
});
