import { type Check, defineCheck } from "../check.ts";
import { describeExpected } from "../describe-expected.ts";
import { failureSpan } from "../place.ts";

const nouns: Readonly<Record<string, string>> = {
  ListenDirective: "a listener",
  ActionDirective: "this action",
  MatchDirective: "a match rule",
  PkiDirective: "a pki",
  ProcDirective: "a proc",
  ProcExecFilterDirective: "a filter's process",
  PhaseFilterDirective: "a filter",
};

export const unknownOption: Check = defineCheck({
  code: "unknown-option",
  summary: "Each statement takes only options of its own.",
  precedence: 45,
  create: () => ({
    explain: (failure) => {
      const { token, line, index } = failure;
      const noun = nouns[line.partial?.kind ?? ""];
      if ((token?.kind !== "String" && token?.kind !== "Keyword") || noun === undefined || index < 2) return undefined;
      const expected = failure.expected();
      if (expected.keywords.length < 2) return undefined;
      return {
        span: failureSpan(failure),
        message: `"${token.value}" is no option of ${noun}.`,
        help: `Expected ${describeExpected(expected)}.`,
      };
    },
  }),
});
