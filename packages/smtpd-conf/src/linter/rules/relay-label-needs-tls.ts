import type { Problem } from "../check.ts";
import { forEachRelayHost, type RelayHost, schemeText, withScheme } from "../relay-hosts.ts";
import { defineRule, type Rule } from "../rule.ts";

export const relayLabelNeedsTls: Rule = defineRule({
  code: "relay-label-needs-tls",
  summary: "smtpd logs in through TLS only, and cannot read a URL with a label that does not insist on it.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) => ({
    ActionDirective: (action) =>
      forEachRelayHost(action, context, (host) => {
        if (host.url.kind === "RelayUrlFault" && host.url.reason === "label") context.report(problemOf(host));
      }),
  }),
});

function problemOf(host: RelayHost): Problem {
  const { url, written } = host;
  const { scheme, label, port } = url.parts;
  const offered = scheme === undefined || scheme.text.toLowerCase() === "smtp";
  const wanted = port?.text === "465" ? "smtps" : "smtp+tls";
  const mended = withScheme(host, wanted);
  return {
    span: label === undefined ? written.span : host.spanOf(label),
    message: `A label needs TLS, and ${schemeText(url)} does not insist on it: smtpd cannot read the URL, and mail for it waits until it expires.`,
    help: `Write "${mended}"${offered ? "" : ", or leave the label out where the host asks for no login"}.`,
    fixes: offered ? written.rewritten(`Write ${wanted}`, mended) : [],
  };
}
