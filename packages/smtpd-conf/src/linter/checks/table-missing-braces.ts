import type { Option } from "../../parser/ast/nodes.ts";
import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { textOf } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { isEditable } from "../place.ts";

export const tableMissingBraces: Check = defineCheck({
  code: "table-missing-braces",
  summary: "Several values stand in braces.",
  precedence: 20,
  create: () => ({
    explain: (failure) => {
      const values = valuesOfTable(failure) ?? valuesOfOption(failure);
      return values && inBraces(values, failure.line.partial?.kind === "TableDirective");
    },
  }),
});

/** `table NAME a, b` */
function valuesOfTable({ token, line, index }: SyntaxFailure): readonly Token[] | undefined {
  if (line.partial?.kind !== "TableDirective" || index < 3 || token === undefined) return undefined;
  const values = line.tokens.slice(2);
  return values[0]?.kind === "String" && values.every(isListToken) ? values : undefined;
}

/** `from src a, b` */
function valuesOfOption({ token, line, index }: SyntaxFailure): readonly Token[] | undefined {
  const { partial, tokens } = line;
  if (token?.value !== "," || token.kind !== "Punctuation") return undefined;
  const options =
    partial && ("conditions" in partial ? partial.conditions : "options" in partial ? partial.options : []);
  const option: Option | undefined = options?.at(-1);
  const takesList = option?.info.argument === "table" || option?.info.argument === "filters";
  if (!takesList || option?.argument !== tokens[index - 1]) return undefined;
  const end = tokens.findIndex((other, at) => at >= index && !isListToken(other));
  const values = tokens.slice(index - 1, end < 0 ? tokens.length : end);
  return values.at(-1)?.kind === "String" ? values : undefined;
}

function inBraces(values: readonly Token[], table: boolean): Problem {
  const [first, last] = [values[0] as Token, values.at(-1) as Token];
  const span = { source: first.source, start: first.start, end: last.end };
  const text = `{ ${textOf(span)} }`;
  return {
    span,
    message: table
      ? "The values of a table must stand in braces: without them the first one is taken for the table's type."
      : "Several values must stand in braces: without them smtpd takes the first, and stops at the comma.",
    help: `Write ${text}.`,
    fixes: values.every(isEditable) ? [{ title: "Put the values in braces", safe: true, edits: [{ span, text }] }] : [],
  };
}

function isListToken({ kind, value }: Token): boolean {
  return kind === "String" || (kind === "Punctuation" && (value === "," || value === "=" || value === "=>"));
}
