import { lmtpDestinationOf, readLmtpDestination } from "../lmtp-destination.ts";
import { defineRule, type Rule } from "../rule.ts";

export const lmtpUserChanged: Rule = defineRule({
  code: "lmtp-user-changed",
  summary: "In 7.3 and 7.4 LMTP deliveries run as the daemon's user, before and after as the recipient.",
  category: "portability",
  severity: "info",
  recommended: true,
  since: "7.3",
  until: "7.4",
  scope: "statement",
  create: ({ report }) => ({
    ActionDirective: (line) => {
      const word = lmtpDestinationOf(line);
      if (word === undefined || readLmtpDestination(word.value).kind !== "socket") return;
      report({
        span: word,
        message: "In this release the user of the daemon connects to the socket, and not the recipient.",
        help: "Let the daemon's user write to the socket. From 7.5 on recipients must be allowed to, as up to 6.8.",
      });
    },
  }),
});
