import { type Check, defineCheck } from "../check.ts";
import { failureSpan } from "../place.ts";

export const aliasOnRelay: Check = defineCheck({
  code: "alias-on-relay",
  summary: "Aliases, virtual addresses and users belong to local deliveries, not to relays.",
  precedence: 30,
  create: () => ({
    explain: (failure) => {
      const { partial } = failure.line;
      const { token } = failure;
      if (partial?.kind !== "ActionDirective" || partial.method?.name !== "relay" || token?.kind !== "Keyword") return undefined;
      if (!["alias", "virtual", "userbase", "user", "wrapper"].includes(token.value)) return undefined;
      return {
        span: failureSpan(failure),
        message: `"${token.value}" belongs to local deliveries, and a relay hands mail on as it is.`,
        help: `To rewrite addresses before relaying, deliver to an action "expand-only ${token.value} <table>": its results are matched again.`,
      };
    },
  }),
});
