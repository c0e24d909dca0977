import { formerRelaySchemes } from "../../language/relay-schemes.ts";
import type { Problem } from "../check.ts";
import { forEachRelayHost, type RelayHost, withScheme } from "../relay-hosts.ts";
import { defineRule, type Rule } from "../rule.ts";

export const legacyRelayScheme: Rule = defineRule({
  code: "legacy-relay-scheme",
  summary: "Schemes such as tls and smtps+auth went with 6.3, and mail for such a relay waits until it expires.",
  category: "deprecated",
  severity: "error",
  recommended: true,
  fix: "safe",
  scope: "statement",
  create: (context) => ({
    ActionDirective: (action) =>
      forEachRelayHost(action, context, (host) => {
        const problem = problemOf(host);
        if (problem !== undefined) context.report(problem);
      }),
  }),
});

function problemOf(host: RelayHost): Problem | undefined {
  const { scheme } = host.url.parts;
  const former = formerRelaySchemes.find(({ name }) => name === scheme?.text.toLowerCase());
  if (scheme === undefined || former === undefined) return undefined;
  const mended = withScheme(host, former.replacement);
  // These tried STARTTLS and TLS from the first byte on, so that only the author can know which of them was used.
  const ambiguous = /^(?:ssl|secure)/.test(former.name);
  const other = ambiguous ? `, or "${withScheme(host, "smtps")}" where the port is 465` : "";
  return {
    span: host.spanOf(scheme),
    message: `The scheme "${scheme.text}" went with 6.3: smtpd cannot read this URL, and mail for it waits until it expires.`,
    help: `Write "${mended}"${other}; today the certificate of the host must be valid.`,
    fixes: ambiguous ? [] : host.written.rewritten(`Write ${former.replacement}`, mended, true),
  };
}
