import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { spanFrom } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";

export const mixedListAndMapping: Check = defineCheck({
  code: "mixed-list-and-mapping",
  summary: "A table holds values, or keys with values, but not both.",
  precedence: 21,
  create: () => ({
    explain: (failure) => {
      const entries = entriesBefore(failure);
      const [first, last] = [entries[0], entries.at(-1)];
      if (first === undefined || last?.kind !== "String") return undefined;
      const mapping = entries.some(isAssign);
      if (!mapping && isAssign(failure.token)) return valueInList(failure, last, first);
      return mapping && endsEntry(failure.token) ? keyWithoutValue(last, first) : undefined;
    },
  }),
});

function valueInList({ line, index, token }: SyntaxFailure, key: Token, first: Token): Problem {
  const value = line.tokens[index + 1];
  return {
    span: spanFrom(key, value?.kind === "String" ? value : (token ?? key)),
    message: `"${key.value}" has a value, and the entries before it have none: smtpd takes a list or a mapping, not a mixture.`,
    help: "Give all of them a value, or none.",
    related: [{ span: first, message: "The first entry makes it a list." }],
  };
}

function keyWithoutValue(key: Token, first: Token): Problem {
  return {
    span: key,
    message: `"${key.value}" has no value, and the entries before it have one: smtpd takes a list or a mapping, not a mixture.`,
    help: "Give all of them a value, or none.",
    related: [{ span: first, message: "The first entry makes it a mapping." }],
  };
}

/** The tokens between the open brace and the mistake; none where there is no open brace, or one of a list of filters. */
function entriesBefore({ line, index }: SyntaxFailure): readonly Token[] {
  const before = line.tokens.slice(0, index).filter(({ kind }) => kind !== "Newline");
  const open = before.findLastIndex(({ kind, value }) => kind === "Punctuation" && (value === "{" || value === "}"));
  const filters = /^(chain|filter)$/.test(before[open - 1]?.value ?? "");
  return before[open]?.value === "{" && !filters ? before.slice(open + 1) : [];
}

function isAssign(token: Token | undefined): boolean {
  return token?.kind === "Punctuation" && (token.value === "=" || token.value === "=>");
}

function endsEntry(token: Token | undefined): boolean {
  return token?.kind === "String" || token?.kind === "Newline" || token?.value === "," || token?.value === "}";
}
