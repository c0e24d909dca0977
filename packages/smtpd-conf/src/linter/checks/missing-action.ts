import { type Check, defineCheck } from "../check.ts";
import { after, tokenBefore } from "../place.ts";

export const missingAction: Check = defineCheck({
  code: "missing-action",
  summary: "A match rule ends with an action or with reject.",
  precedence: 30,
  create: () => ({
    explain: (failure) => {
      const last = tokenBefore(failure);
      if (failure.line.partial?.kind !== "MatchDirective" || failure.token !== undefined || last === undefined) return undefined;
      const { keywords } = failure.expected();
      if (!keywords.includes("reject") || !keywords.includes("action")) return undefined;
      return {
        span: after(last),
        message: "The rule does not say what to do with the mail that it matches.",
        help: 'End it with action NAME, or with "reject".',
      };
    },
  }),
});
