import type { Keyword } from "../../parser/lexer/token.ts";
import { actionOption } from "../action.ts";
import type { Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { isPublicHost, namedRelay, type RelayHost } from "../relay-hosts.ts";
import { defineRule, type Rule } from "../rule.ts";
import { isTrustedHost, trustedHosts } from "../trusted-hosts.ts";

export const relayNoVerify: Rule = defineRule({
  code: "relay-no-verify",
  summary: "A known server is not asked to prove who it is.",
  category: "security",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  options: { hosts: trustedHosts },
  create: (context, { hosts }) => ({
    ActionDirective: (action) => {
      const suffix = actionOption(action, "tls")?.suffix;
      const relay = suffix && namedRelay(action, context);
      const isStrange = (host: RelayHost) => isPublicHost(host) && !isTrustedHost(host, hosts);
      if (suffix !== undefined && relay?.hosts.some(isStrange))
        context.report(problemOf(suffix, actionOption(action, "auth") !== undefined));
    },
  }),
});

function problemOf(suffix: Keyword, login: boolean): Problem {
  return {
    span: suffix,
    message: `"no-verify" takes any certificate, so whoever sits in between can pose as the server and ${login ? "get the password" : "read along"}.`,
    help: 'Leave it out, and where the certificate is not of a public authority, name that authority with "ca".',
    fixes: rewrite('Remove "no-verify"', [[suffix, ""]], false),
  };
}
