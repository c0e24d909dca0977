import type { Problem } from "../check.ts";
import { forEachRelayHost, type RelayHost } from "../relay-hosts.ts";
import { defineRule, type Rule } from "../rule.ts";

export const relayUrlIgnoredRest: Rule = defineRule({
  code: "relay-url-ignored-rest",
  summary: "What stands behind the host of a relay URL and is no port is ignored.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: (context) => ({
    ActionDirective: (action) =>
      forEachRelayHost(action, context, (host) => {
        const problem = problemOf(host);
        if (problem !== undefined) context.report(problem);
      }),
  }),
});

function problemOf({ url, spanOf, written }: RelayHost): Problem | undefined {
  const { rest, label, host } = url.parts;
  // A slash at the end of a URL is a habit that does no harm.
  if (url.kind !== "RelayUrl" || rest === undefined || rest.text === "/") return undefined;
  const shown = rest.text.trim();
  const message =
    label !== undefined && rest.text.startsWith("@")
      ? `The first "@" ends the label: smtpd connects to "${host.text}" and ignores "${shown}".`
      : `smtpd connects to "${host.text}" and ignores "${shown}" behind it.`;
  return { span: spanOf(rest), message, help: helpFor(rest.text, written.text.slice(0, rest.start)) };
}

function helpFor(rest: string, before: string): string {
  const port = /^[\s/#;,]\s*(\d{2,5})$/.exec(rest)?.[1];
  if (port !== undefined) return `Write the port behind a colon: "${before}:${port}".`;
  if (rest.startsWith("@"))
    return 'A label has no "@": put the whole user name into the table of "auth", under a plain label.';
  if (/^\s*[,;\s]/.test(rest)) return "Write several servers as a list: { one.example.org, two.example.org }.";
  return "A URL ends with the host or with a colon and the port.";
}
