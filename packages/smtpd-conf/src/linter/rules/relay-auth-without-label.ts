import type { Option, TableArgument } from "../../parser/ast/nodes.ts";
import { actionOption } from "../action.ts";
import type { CheckContext, Problem } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { type NamedRelay, namedRelay, type RelayHost } from "../relay-hosts.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntry } from "../table-entries.ts";

export const relayAuthWithoutLabel: Rule = defineRule({
  code: "relay-auth-without-label",
  summary: "Without a label in the URL smtpd never logs in, whatever auth says.",
  category: "intent",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) => ({
    ActionDirective: (action) => {
      const relay = namedRelay(action, context);
      const auth = actionOption(action, "auth");
      if (relay === undefined || auth === undefined || !relay.complete || relay.hosts.some(hasLabel)) return;
      context.report(problemOf(relay, auth, context));
    },
  }),
});

/** Also in a URL that cannot be read: then that is what is wrong. */
function hasLabel({ url: { parts } }: RelayHost): boolean {
  return parts.label !== undefined && parts.label.text !== "";
}

function problemOf({ hosts, option }: NamedRelay, auth: Option, context: CheckContext): Problem {
  const [first] = hosts;
  const [host] = hosts.length === 1 ? hosts : [];
  const label = onlyLabel(auth, context) ?? "LABEL";
  const example = host === undefined ? `smtp+tls://${label}@HOST` : withLabel(host, label);
  return {
    span: auth,
    message: `${host === undefined ? "No URL of this relay has a" : "The URL has no"} label, so smtpd never logs in and never asks this table.`,
    help: `Name an entry of the table in front of the host: "${example}".`,
    related: first && [{ span: host === undefined ? option : first.written.span, message: "No label here." }],
    fixes: host === undefined || label === "LABEL" ? [] : labelFix(host, label),
  };
}

function labelFix(host: RelayHost, label: string): Fix[] {
  return host.written.rewritten(`Name the label "${label}"`, withLabel(host, label));
}

/** The URL with a label, and with a scheme that can have one. */
function withLabel({ url, written }: RelayHost, label: string): string {
  const { scheme, host, port } = url.parts;
  const takesLabel = url.kind === "RelayUrl" && url.scheme.label;
  const name = takesLabel && scheme !== undefined ? scheme.text : port?.text === "465" ? "smtps" : "smtp+tls";
  return `${name}://${label}@${written.text.slice(host.start)}`;
}

/** The label of a table that has only one. */
function onlyLabel({ argument }: Option, { model, analysis }: CheckContext): string | undefined {
  const labels: string[] = [];
  const sources = { model, tableFiles: analysis.tableFiles };
  const known = forEachEntry(argument as TableArgument, sources, ({ key }) => labels.push(key) < 2);
  return known && labels.length === 1 && /^[\w.-]+$/.test(labels[0] ?? "") ? labels[0] : undefined;
}
