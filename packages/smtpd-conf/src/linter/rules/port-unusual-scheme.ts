import type { Problem } from "../check.ts";
import { exposureOfHost, forEachRelayHost, type RelayHost, schemeText, withScheme } from "../relay-hosts.ts";
import { defineRule, type Rule } from "../rule.ts";

export const portUnusualScheme: Rule = defineRule({
  code: "port-unusual-scheme",
  summary: "TLS begins at once on port 465, and after STARTTLS on ports 25 and 587.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
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
  const { url, written } = host;
  const { port: part, scheme } = url.parts;
  // On the own machine a tunnel can listen on any port.
  if (url.kind !== "RelayUrl" || part === undefined || exposureOfHost(url.host) === "loopback") return undefined;
  const wanted = wantedScheme(url.scheme.name, url.port);
  if (wanted === undefined) return undefined;
  const begins =
    wanted === "smtps"
      ? `A server on port 465 waits for TLS, and ${schemeText(url)} waits for the server to speak first`
      : `A server on port ${url.port} speaks first, and ${schemeText(url)} begins with TLS at once`;
  return {
    span: scheme === undefined ? host.spanOf(part) : host.spanOf(scheme),
    message: `${begins}, so that they hardly ever come together.`,
    help: `Write "${withScheme(host, wanted)}".`,
    fixes: written.rewritten(`Write ${wanted}`, withScheme(host, wanted)),
  };
}

/** The scheme that goes with a port, where that is another one (RFC 8314, section 3.3). */
function wantedScheme(scheme: string, port: number): string | undefined {
  if (scheme === "smtps") return port === 25 || port === 587 ? "smtp+tls" : undefined;
  return scheme !== "lmtp" && port === 465 ? "smtps" : undefined;
}
