import type { Limit } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { defineRule, type Rule } from "../rule.ts";

/** A domain with limits of its own. */
interface Domain {
  readonly word: Word;
  /** The limits that it sets itself, wherever it does. */
  readonly own: Set<string>;
}

export const lateMtaLimit: Rule = defineRule({
  code: "late-mta-limit",
  summary: "A limit for one domain copies the general ones above it: those further down do not reach the domain.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "configuration",
  create: ({ report }) => {
    const domains = new Map<string, Domain>();
    /** The general limits that stand below at least one domain, with the number of domains above them. */
    const late: { readonly limit: Limit; readonly above: number }[] = [];
    return {
      LimitDirective: ({ scope, domain: word, limits }) => {
        if (scope !== "mta") return;
        if (word === undefined) {
          if (domains.size > 0) late.push(...limits.map((limit) => ({ limit, above: domains.size })));
          return;
        }
        const domain = domains.get(word.value) ?? { word, own: new Set() };
        domains.set(word.value, domain);
        for (const { name } of limits) domain.own.add(name.value);
      },
      end: () => {
        const firstWithout = findFirstWithout([...domains.values()]);
        for (const { limit, above } of late) {
          const first = firstWithout(limit.name.value);
          if (first === undefined || first.index >= above) continue;
          const name = first.domain.word;
          report({
            span: limit.name,
            message: `"${limit.name.value}" comes too late for the domain "${name.value}", which keeps the value from above.`,
            help: "Move this line above the limits of single domains.",
            related: [{ span: name, message: "smtpd copies the general limits here." }],
          });
        }
      },
    };
  },
});

/** Finds the first domain that does not set a limit itself; each limit is looked for once. */
function findFirstWithout(domains: readonly Domain[]) {
  const found = new Map<string, number>();
  return (name: string) => {
    const index = found.get(name) ?? domains.findIndex(({ own }) => !own.has(name));
    found.set(name, index);
    const domain = domains[index];
    return domain && { domain, index };
  };
}
