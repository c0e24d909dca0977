import { type LimitScope, limits } from "../../language/limits.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

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
  const near = suggestionsFor(name.value, known);
  const elsewhere = (Object.keys(limits) as LimitScope[]).find((other) =>
    limits[other].some((limit) => limit.name === name.value),
  );
  const help =
    near.length > 0
      ? `Did you mean ${eitherOf(near)}?`
      : elsewhere !== undefined
        ? `It is a limit of "${elsewhere} limit".`
        : `The limits of "${scope} limit" are ${eitherOf([...known]).replace(" or ", " and ")}.`;
  return { span: name, message: `There is no ${scope} limit "${name.value}".`, help };
}
