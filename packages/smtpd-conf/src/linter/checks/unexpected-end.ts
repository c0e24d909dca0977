import { type Check, defineCheck } from "../check.ts";
import { describeExpected } from "../describe-expected.ts";
import { breakOff, tokenBefore } from "../place.ts";

export const unexpectedEnd: Check = defineCheck({
  code: "unexpected-end",
  summary: "A statement must be complete on its line.",
  precedence: 60,
  create: () => ({
    explain: (failure) => {
      const { token } = failure;
      const last = tokenBefore(failure);
      if (last === undefined || (token !== undefined && token.kind !== "Newline")) return undefined;
      const expected = describeExpected(failure);
      return {
        span: token ?? breakOff(failure),
        message: `The line ends after "${last.value}", and the statement is not complete.`,
        help: expected === "" ? undefined : `Expected ${expected}.`,
      };
    },
  }),
});
