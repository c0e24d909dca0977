import { type LimitScope, limits } from "../../language/limits.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

const mostListed = 6;

export const invalidLimitKeyword: Check = defineCheck({
  code: "invalid-limit-keyword",
  summary: "Each limit statement has limits of its own.",
  create: ({ report }) => ({
    LimitDirective: ({ scope, limits: list }) => {
      const known = new Set(limits[scope].map(({ name }) => name));
      for (const { name } of list) if (!known.has(name.value)) report(unknownLimit(scope, name, known));
    },
  }),
});

function unknownLimit(scope: LimitScope, name: Word, known: ReadonlySet<string>): Problem {
  const lower = name.value.toLowerCase();
  const near = known.has(lower) ? [lower] : suggestionsFor(lower, known);
  return {
    span: name,
    message: `There is no ${scope} limit "${name.value}".`,
    help: near.length > 0 ? `Did you mean ${eitherOf(near)}?` : helpFor(scope, name.value, known),
    fixes: near.flatMap((better) => rewrite(`Write "${better}"`, [[name, better]], false)),
  };
}

function helpFor(scope: LimitScope, name: string, known: ReadonlySet<string>): string {
  const scopes = Object.keys(limits) as LimitScope[];
  const owner = scopes.find((other) => limits[other].some((limit) => limit.name === name));
  if (owner !== undefined) return `It is a limit of "${owner} limit".`;
  if (known.size > mostListed)
    return `The limits of "${scope} limit" are ${quoted([...known].slice(0, mostListed))} and others.`;
  return `The limits of "${scope} limit" are ${quoted([...known]).replace(/, (?=[^,]*$)/, " and ")}.`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
