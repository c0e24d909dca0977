import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Check, defineCheck } from "../check.ts";
import { rewrite } from "../fix.ts";

export const trailingComma: Check = defineCheck({
  code: "trailing-comma",
  summary: "A list neither begins nor ends with a comma, and has no two in a row.",
  precedence: 20,
  create: () => ({
    explain: (failure) => {
      const before = lastBefore(failure);
      if (before === undefined || (!isMark(before, ",") && !isMark(before, "{"))) return undefined;
      const { token } = failure;
      if (isMark(token, ",")) {
        return surplus(
          token as Token,
          isMark(before, "{") ? "The list begins with a comma" : "There are two commas in a row",
        );
      }
      const ends = isMark(token, "}") || (token === undefined && failure.line.partial?.kind === "BounceDirective");
      return isMark(before, ",") && ends ? surplus(before, "The list ends with a comma") : undefined;
    },
  }),
});

function lastBefore({ line, index }: SyntaxFailure): Token | undefined {
  return line.tokens.slice(0, index).findLast(({ kind }) => kind !== "Newline");
}

function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === "Punctuation" && token.value === mark;
}

function surplus(comma: Token, what: string) {
  return {
    span: comma,
    message: `${what}, and smtpd expects one more entry.`,
    help: "Remove the comma.",
    fixes: rewrite("Remove the comma", [[comma, ""]]),
  };
}
