import type { Word } from "../../parser/lexer/token.ts";
import { asWord, rewrite } from "../fix.ts";
import { lmtpDestinationOf, readLmtpDestination } from "../lmtp-destination.ts";
import { defineRule, type Rule } from "../rule.ts";

const helps = {
  blank: "Write the absolute path of a socket, or a host and a port as one word.",
  bracket: "An IPv6 address stands in brackets, with the port behind them: [2001:db8::1]:24.",
  ipv6: "Write the IPv6 address in brackets, and the port behind them: [2001:db8::1]:24.",
  path: "The path of a socket must begin with a slash.",
  port: "Write the host, a colon and the number of the port, or the absolute path of a socket.",
} as const;

export const invalidLmtpDestination: Rule = defineRule({
  code: "invalid-lmtp-destination",
  summary: "An lmtp action needs an absolute path or a host with a port; with anything else it never delivers.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "safe",
  scope: "statement",
  create: ({ report }) => ({
    ActionDirective: (line) => {
      const word = lmtpDestinationOf(line);
      if (word === undefined) return;
      const destination = readLmtpDestination(word.value);
      if (destination.kind !== "unreadable") return;
      report({
        span: word,
        message: `smtpd cannot connect to "${word.value}", so that all mail waits in the queue until it expires.`,
        help: helps[destination.reason],
        fixes: withoutScheme(word),
      });
    },
  }),
});

/** Takes away a scheme as other programs want it: `unix:/path`, `inet:host:24`, `lmtp://host:24`. */
function withoutScheme(word: Word) {
  const rest = word.value.replace(/^(?:lmtp:|unix:|inet:|tcp:)+(?:\/\/(?=[^/]))?/i, "").replace(/^\/{2,}/, "/");
  const mended = rest !== word.value && readLmtpDestination(rest).kind !== "unreadable";
  return mended ? rewrite(`Replace by ${asWord(rest)}`, [[word, asWord(rest)]]) : [];
}
