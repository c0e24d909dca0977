import type { Listener } from "../../model/listener.ts";
import type { Model } from "../../model/model.ts";
import { tlsOption } from "../listener.ts";
import { submissionPorts } from "../receiving.ts";
import { defineRule, type Rule } from "../rule.ts";

export const submissionWithoutAuth: Rule = defineRule({
  code: "submission-without-auth",
  summary: "Users hand in mail on the ports 587 and 465, and this listener does not let them log in.",
  category: "security",
  severity: "warning",
  recommended: true,
  scope: "configuration",
  options: {
    ports: {
      kind: "ports",
      summary: "The ports where users hand in mail.",
      default: submissionPorts,
    },
  },
  create: ({ model, analysis, report }, { ports }) => ({
    end: () => {
      if (trustsAddresses(model)) return;
      for (const listener of analysis.listeners()) {
        if (!isOpenSubmission(listener, ports)) continue;
        const { directive, port } = listener;
        report({
          span: directive.options.find(({ name }) => name === "port") ?? tlsOption(directive)?.keyword ?? directive,
          message: `Port ${port} is for users who log in, and here they cannot: smtpd treats them as strangers.`,
          help: listener.tls === "none" ? 'Add "tls-require", a pki and "auth".' : 'Add "auth".',
        });
      }
    },
  }),
});

/** Who has a certificate to show need not log in. */
function isOpenSubmission({ directive, exposure, port, auth }: Listener, ports: readonly number[]): boolean {
  if (exposure !== "public" || auth !== "none" || port === undefined || !ports.includes(port)) return false;
  return tlsOption(directive)?.suffix === undefined;
}

/** Whether some rule knows clients by their addresses, so that they need no login to hand in mail. */
function trustsAddresses({ rules }: Model): boolean {
  return rules.some(({ conditions }) =>
    conditions.some(({ scope, name, not }) => scope?.value === "from" && name === "src" && not === undefined),
  );
}
