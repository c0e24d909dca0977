import { deliveryMethods } from "../../language/action-options.ts";
import type { Model } from "../../model/model.ts";
import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { breakOff, tokenBefore } from "../place.ts";

const methods: ReadonlySet<string> = new Set([...deliveryMethods.map(({ name }) => name), "relay"]);

export const missingAction: Check = defineCheck({
  code: "missing-action",
  summary: "A match rule ends with an action or with reject.",
  precedence: 30,
  create: ({ model }) => ({
    explain: (failure) => {
      if (failure.line.partial?.kind !== "MatchDirective") return undefined;
      const { keywords } = failure.expected();
      if (!keywords.includes("reject") || !keywords.includes("action")) return undefined;
      return failure.token === undefined ? noEnd(failure, model) : wrongEnd(failure, failure.token, model);
    },
  }),
});

function noEnd(failure: SyntaxFailure, model: Model): Problem | undefined {
  const last = tokenBefore(failure);
  if (last === undefined) return undefined;
  const names = [...actionNames(model)].map((name) => `"${name}"`);
  const defined = names.length > 0 && names.length <= 6 ? ` (defined: ${names.join(", ")})` : "";
  return {
    span: breakOff(failure),
    message: "The rule does not say what to do with the mail that it matches.",
    help: `End it with action NAME${defined}, or with reject.`,
  };
}

/** The name of an action without `action` before it, or a way to deliver, which belongs into an action of its own. */
function wrongEnd({ line, index }: SyntaxFailure, token: Token, model: Model): Problem | undefined {
  if (token.kind === "Keyword" && methods.has(token.value)) {
    return {
      span: token,
      message: `A rule names an action, and "${token.value}" belongs into the definition of one.`,
      help: `Write action "NAME" ${token.value} … above, and action "NAME" here.`,
    };
  }
  if (token.kind !== "String" || index + 1 < line.tokens.length || !actionNames(model).has(token.value))
    return undefined;
  const written = token.quoted ? `"${token.value}"` : token.value;
  return {
    span: token,
    message: `The rule names "${token.value}" without the word action before it.`,
    help: `Write action ${written}.`,
    fixes: rewrite('Insert "action"', [[token, `action ${written}`]]),
  };
}

function actionNames({ definitions }: Model): ReadonlySet<string> {
  return new Set(definitions.filter(({ space }) => space === "action").map(({ name }) => name));
}
