import { type Check, defineCheck } from "../check.ts";

/** The options of local deliveries, and what to do instead of giving them to a relay. */
const helps: ReadonlyMap<string, string> = new Map([
  ["alias", expandFirst("alias")],
  ["virtual", expandFirst("virtual")],
  ["userbase", "A relay looks no user up: remove it."],
  ["user", "A relay runs no command, so it runs as no user: remove it."],
  ["wrapper", "A relay runs no command that could be wrapped: remove it."],
]);

export const aliasOnRelay: Check = defineCheck({
  code: "alias-on-relay",
  summary: "Aliases, virtual addresses and users belong to local deliveries, not to relays.",
  precedence: 30,
  create: () => ({
    explain: ({ token, line: { partial } }) => {
      if (partial?.kind !== "ActionDirective" || partial.method?.name !== "relay") return undefined;
      const help = token?.kind === "Keyword" ? helps.get(token.value) : undefined;
      if (token === undefined || help === undefined) return undefined;
      return {
        span: token,
        message: `"${token.value}" belongs to local deliveries, and a relay does not take it.`,
        help,
      };
    },
  }),
});

function expandFirst(option: string): string {
  return `Expand the addresses first, in an action NAME expand-only ${option} <table>: smtpd matches the results again.`;
}
