import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Check, defineCheck } from "../check.ts";
import { describeExpected } from "../describe-expected.ts";
import { adviceFor } from "../misplaced-option.ts";

const nouns: Readonly<Record<string, string>> = {
  ListenDirective: "no option of a listener",
  ActionDirective: "no option of this action",
  MatchDirective: "no condition of a rule",
  PkiDirective: "no option of a pki",
  ProcDirective: "no option of a proc",
  ProcFilterDirective: "no kind of filter",
  ProcExecFilterDirective: "no option of a filter's process",
  PhaseFilterDirective: "no condition or decision of a filter",
};

function nounOf({ partial }: SyntaxFailure["line"]): string | undefined {
  if (partial?.kind === "PhaseFilterDirective" && partial.phase === undefined) return "no phase of a builtin filter";
  return nouns[partial?.kind ?? ""];
}

export const unknownOption: Check = defineCheck({
  code: "unknown-option",
  summary: "Each statement takes only options of its own.",
  precedence: 45,
  create: () => ({
    explain: (failure) => {
      const { token, line } = failure;
      const noun = nounOf(line);
      if (token === undefined || noun === undefined || !couldBeOption(failure, token)) return undefined;
      const expected = failure.expected();
      const advice = adviceFor(failure, token);
      if (advice === undefined && expected.keywords.length < 2) return undefined;
      return {
        span: token,
        message: `"${label(failure, token)}" is ${noun}.`,
        help: advice?.help ?? `Expected ${describeExpected(failure)}.`,
        fixes: advice?.fixes,
      };
    },
  }),
});

function couldBeOption({ index }: SyntaxFailure, { kind }: Token): boolean {
  return index > 0 && (kind === "String" || kind === "Keyword" || kind === "Number");
}

/** The word; with the `from` or `for` before it, where there is one. */
function label({ line, index }: SyntaxFailure, token: Token): string {
  const before = line.tokens[index - 1];
  const scoped = before?.kind === "Keyword" && (before.value === "from" || before.value === "for");
  return scoped ? `${before.value} ${token.value}` : token.value;
}
