import type { Word } from "../../parser/lexer/token.ts";
import { rewrite } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";

export const filterRejectAtConnect: Rule = defineRule({
  code: "filter-reject-at-connect",
  summary: "After reject in the phase connect the session stays open, and is of no use.",
  category: "intent",
  severity: "info",
  recommended: true,
  fix: "safe",
  since: "6.6.0",
  scope: "statement",
  create: ({ report }) => ({
    PhaseFilterDirective: ({ phase, decision }) => {
      if (phase.value !== "connect" || decision.name !== "reject" || closes(decision.argument as Word)) return;
      report({
        span: decision.keyword,
        message: 'After "reject" at connect the session stays open: smtpd answers 503 until the client goes.',
        help: 'Write "disconnect", which sends the same reply and closes the connection.',
        fixes: rewrite("Write disconnect", [[decision.keyword, "disconnect"]]),
      });
    },
  }),
});

/** A reply 421 always closes the connection. */
function closes({ value }: Word): boolean {
  return value.startsWith("421");
}
