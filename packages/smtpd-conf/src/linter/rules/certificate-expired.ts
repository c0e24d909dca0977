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
  create: ({ machine, report }) => {
    if (machine?.certificate === undefined) return {};
    const { certificate } = machine;
    return visitFiles((file) => {
      const facts = file.use === "cert" ? certificate(file.path) : undefined;
      const problem = facts && problemOf(file, facts);
      if (problem !== undefined) report(problem);
    });
  },
});

function problemOf({ path, word }: FileInUse, facts: CertificateFacts): Problem | undefined {
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
  if (daysUntilEnd >= daysToRenew(facts)) return undefined;
  return {
    span: word,
    message: `${subject} expires ${untilEnd(daysUntilEnd)}.`,
    help: "Renew it and restart smtpd, which reads certificates only when it starts.",
  };
}

const longestNotice = 14;

/** How many days before its end a certificate should have been renewed: two weeks, less where it lives but for weeks. */
function daysToRenew({ daysUntilStart, daysUntilEnd }: CertificateFacts): number {
  return Math.min(longestNotice, (daysUntilEnd - daysUntilStart) / 6);
}

function sinceEnd(days: number): string {
  if (days === 0) return "less than a day ago";
  return days === 1 ? "a day ago" : `${days} days ago`;
}

function untilEnd(days: number): string {
  if (days === 0) return "in less than a day";
  return days === 1 ? "in a day" : `in ${days} days`;
}
