import { lmtpDestinationOf, readLmtpDestination } from "../lmtp-destination.ts";
import { defineRule, type Rule } from "../rule.ts";

export const lmtpWithoutPort: Rule = defineRule({
  code: "lmtp-without-port",
  summary: "Without a port, lmtp connects to port 25, where SMTP is spoken.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: ({ report }) => ({
    ActionDirective: (line) => {
      const word = lmtpDestinationOf(line);
      if (word === undefined) return;
      const destination = readLmtpDestination(word.value);
      if (destination.kind !== "host" || destination.port !== undefined) return;
      report({
        span: word,
        message: `Without a port, smtpd connects to port 25 of "${destination.host}", where SMTP is spoken and not LMTP.`,
        help: `Write the port of the LMTP server, which often is 24: "${word.value}:24".`,
      });
    },
  }),
});
