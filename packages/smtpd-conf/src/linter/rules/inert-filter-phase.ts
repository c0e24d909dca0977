import { rewrite } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";

export const inertFilterPhase: Rule = defineRule({
  code: "inert-filter-phase",
  summary: "In 6.6 builtin filters of the phases data and commit never match.",
  category: "portability",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  since: "6.6.0",
  until: "6.6.4",
  scope: "statement",
  create: ({ target, report }) => ({
    PhaseFilterDirective: ({ phase }) => {
      if (phase.value !== "data" && phase.value !== "commit") return;
      report({
        span: phase,
        message: `smtpd ${target} accepts a filter of the phase "${phase.value}", and never lets it match.`,
        help: 'Use the phase "mail-from" or "rcpt-to", or smtpd 6.7 or later.',
        fixes: rewrite("Write rcpt-to", [[phase, "rcpt-to"]], false),
      });
    },
  }),
});
