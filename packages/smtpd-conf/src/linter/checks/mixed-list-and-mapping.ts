import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Check, defineCheck } from "../check.ts";
import { failureSpan } from "../place.ts";

export const mixedListAndMapping: Check = defineCheck({
  code: "mixed-list-and-mapping",
  summary: "A table holds values, or keys with values, but not both.",
  precedence: 21,
  create: () => ({
    explain: (failure) => {
      const entries = entriesBefore(failure);
      const previous = entries.at(-1);
      if (previous === undefined) return undefined;
      const assigned = isAssign(failure.token);
      const mapping = entries.some(isAssign);
      if (assigned === mapping || (assigned && previous.kind !== "String")) return undefined;
      if (!assigned && !endsEntry(failure.token)) return undefined;
      return {
        span: assigned ? failureSpan(failure) : previous,
        message: assigned
          ? `"${previous.value}" gets a value here, and the entries before it have none.`
          : `"${previous.value}" has no value, and the entries before it have one.`,
        help: "Make a list of them all, or a mapping of them all.",
        related: [{ span: entries[0] as Token, message: "The first entry decides." }],
      };
    },
  }),
});

/** The tokens between the open brace and the mistake; none where there is no open brace. */
function entriesBefore({ line, index }: SyntaxFailure): readonly Token[] {
  const before = line.tokens.slice(0, index).filter(({ kind }) => kind !== "Newline");
  const open = before.findLastIndex(({ kind, value }) => kind === "Punctuation" && (value === "{" || value === "}"));
  return before[open]?.value === "{" ? before.slice(open + 1) : [];
}

function isAssign(token: Token | undefined): boolean {
  return token?.kind === "Punctuation" && (token.value === "=" || token.value === "=>");
}

function endsEntry(token: Token | undefined): boolean {
  return token?.kind === "String" || token?.kind === "Newline" || token?.value === "," || token?.value === "}";
}
