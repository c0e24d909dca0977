import { type Check, defineCheck } from "../check.ts";
import { describeExpected } from "../describe-expected.ts";
import { after, breakOff, tokenBefore } from "../place.ts";

export const unexpectedEnd: Check = defineCheck({
  code: "unexpected-end",
  summary: "A statement must be complete on its line.",
  precedence: 60,
  create: () => ({
    explain: (failure) => {
      if (failure.token !== undefined && failure.token.kind !== "Newline") return undefined;
      const last = tokenBefore(failure);
      if (last === undefined) return undefined;
      return {
        span: failure.token ? after(last) : breakOff(failure),
        message: `The line ends behind "${last.value}", and the statement is not complete.`,
        help: `Expected ${describeExpected(failure.expected())}.`,
      };
    },
  }),
});
