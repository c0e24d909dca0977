import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { spanFrom } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";

export const emptyTable: Check = defineCheck({
  code: "empty-table",
  summary: "A list in braces has at least one entry.",
  precedence: 16,
  create: () => ({
    explain: (failure) => {
      const { token, line, index } = failure;
      const open = line.tokens.slice(0, index).findLast(({ kind }) => kind !== "Newline");
      if (token === undefined || !isBrace(token, "}") || open === undefined || !isBrace(open, "{")) return undefined;
      return {
        span: spanFrom(open, token),
        message: "The braces are empty, and smtpd expects at least one entry.",
        help: helpFor(failure, open),
      };
    },
  }),
});

function isBrace({ kind, value }: Token, brace: "{" | "}"): boolean {
  return kind === "Punctuation" && value === brace;
}

function helpFor({ line }: SyntaxFailure, open: Token): string {
  const { partial, tokens } = line;
  if (partial?.kind === "TableDirective") {
    const name = partial.name?.value ?? "NAME";
    return `For a table that is filled later name a file: table ${name} file:/etc/mail/${name}.`;
  }
  const before = tokens[tokens.indexOf(open) - 1];
  if (before?.value === "filter") return 'Name a filter in them, or leave "filter" out.';
  return "Put an entry into them.";
}
