import type { Problem } from "../check.ts";
import { type FileInUse, visitFiles } from "../files-in-use.ts";
import type { CertificateFacts } from "../machine.ts";
import { defineRule, type Rule } from "../rule.ts";

export const certificateExpired: Rule = defineRule({
  code: "certificate-expired",
  summary: "smtpd shows a certificate to clients whether it is out of date or not.",
  category: "security",
  severity: "warning",
  recommended: true,
  scope: "statement",
  options: {
    days: {
      kind: "number",
      summary:
        "How many days before its end a certificate should have been renewed. For one that is made for weeks only, it is less: a sixth of its life.",
      minimum: 0,
      maximum: 365,
      default: 14,
    },
  },
  create: ({ machine, report }, { days }) => {
    if (machine?.certificate === undefined) return {};
    const { certificate } = machine;
    return visitFiles((file) => {
      const facts = file.use === "cert" ? certificate(file.path) : undefined;
      const problem = facts && problemOf(file, facts, days);
      if (problem !== undefined) report(problem);
    });
  },
});

function problemOf({ path, word }: FileInUse, facts: CertificateFacts, days: number): Problem | undefined {
  const { daysUntilStart, daysUntilEnd } = facts;
  const subject = `The certificate "${path}"`;
  if (daysUntilEnd < 0) {
    return {
      span: word,
      message: `${subject} expired ${sinceEnd(-daysUntilEnd - 1)}, and clients that check it will not send.`,
      help: "Renew it and restart smtpd, which reads certificates only when it starts.",
    };
  }
  if (daysUntilStart >= 0) {
    return { span: word, message: `${subject} does not count yet: clients that check it will not send.` };
  }
  if (daysUntilEnd >= daysToRenew(facts, days)) return undefined;
  return {
    span: word,
    message: `${subject} expires ${untilEnd(daysUntilEnd)}.`,
    help: "Renew it and restart smtpd, which reads certificates only when it starts.",
  };
}

/** Days for which a certificate has to be made for the notice not to be cut short. */
const longLife = 84;

/** How many days before its end a certificate should have been renewed: as asked, less where it lives but for weeks. */
function daysToRenew({ daysUntilStart, daysUntilEnd }: CertificateFacts, days: number): number {
  const life = daysUntilEnd - daysUntilStart;
  return life < longLife ? Math.min(days, life / 6) : days;
}

function sinceEnd(days: number): string {
  if (days === 0) return "less than a day ago";
  return days === 1 ? "a day ago" : `${days} days ago`;
}

function untilEnd(days: number): string {
  if (days === 0) return "in less than a day";
  return days === 1 ? "in a day" : `in ${days} days`;
}
