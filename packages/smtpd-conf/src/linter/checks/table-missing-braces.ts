import { textOf } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";
import { isEditable } from "../place.ts";

export const tableMissingBraces: Check = defineCheck({
  code: "table-missing-braces",
  summary: "The values of a table stand in braces.",
  precedence: 20,
  create: () => ({
    explain: ({ token, line, index }) => {
      if (line.partial?.kind !== "TableDirective" || index < 3 || token === undefined) return undefined;
      const values = line.tokens.slice(2);
      const [first, last] = [values[0], values.at(-1)];
      if (first === undefined || last === undefined || !values.every(isListToken) || first.kind !== "String") return undefined;
      const span = { source: first.source, start: first.start, end: last.end };
      return {
        span,
        message: "The values of a table must stand in braces: without them the first one is taken for the table's type.",
        help: `Write { ${textOf(span)} }.`,
        fixes:
          isEditable(first) && isEditable(last)
            ? [{ title: "Put the values in braces", safe: true, edits: [{ span, text: `{ ${textOf(span)} }` }] }]
            : [],
      };
    },
  }),
});

function isListToken({ kind, value }: { readonly kind: string; readonly value: string }): boolean {
  return kind === "String" || (kind === "Punctuation" && (value === "," || value === "=" || value === "=>"));
}
