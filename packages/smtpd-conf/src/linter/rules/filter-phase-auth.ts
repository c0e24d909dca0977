import type { PhaseFilterDirective } from "../../parser/ast/nodes.ts";
import { refuses } from "../filter-condition.ts";
import { rewrite } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";

export const filterPhaseAuth: Rule = defineRule({
  code: "filter-phase-auth",
  summary: "A filter of the phase auth runs when clients connect, when nobody has logged in or greeted.",
  category: "intent",
  severity: "error",
  recommended: true,
  fix: "suggested",
  since: "6.7.1",
  scope: "statement",
  create: ({ report }) => ({
    PhaseFilterDirective: (filter) => {
      const { phase } = filter;
      if (phase.value !== "auth") return;
      report({
        span: phase,
        message: `A filter of the phase "auth" runs when clients connect: ${consequence(filter)}.`,
        help: 'Write "mail-from", the first phase in which a login is known.',
        fixes: rewrite("Write mail-from", [[phase, "mail-from"]], false),
      });
    },
  }),
});

function consequence(filter: PhaseFilterDirective): string {
  const { name, not } = filter.condition;
  if (name === "helo") return "there is no greeting to compare, and the first connection kills smtpd";
  if (name !== "auth") return "it also acts on those who never log in";
  if (not === undefined) return "nobody has logged in by then, and it never acts";
  return `nobody has logged in by then, and it ${refuses(filter) ? "turns everybody away" : "acts on everybody"}`;
}
