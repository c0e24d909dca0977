import type { TableArgument } from "../../parser/ast/nodes.ts";
import { actionTable } from "../action.ts";
import type { CheckContext } from "../check.ts";
import { forEachRelayHost, type NamedRelay, type RelayHost } from "../relay-hosts.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntry } from "../table-entries.ts";

export const relayPasswordInUrl: Rule = defineRule({
  code: "relay-password-in-url",
  summary: "A user and a password in a relay URL are taken for the name of a label, and nothing is sent.",
  category: "security",
  severity: "error",
  recommended: true,
  scope: "statement",
  create: (context) => ({
    ActionDirective: (action) => forEachRelayHost(action, context, (host, relay) => judge(host, relay, context)),
  }),
});

function judge({ url, spanOf }: RelayHost, { action }: NamedRelay, context: CheckContext): void {
  const { label } = url.parts;
  if (label === undefined || !/^[^:]+:./.test(label.text)) return;
  const table = actionTable(action, "auth");
  if (table !== undefined && hasKey(table, label.text, context)) return;
  // The password itself is not shown: reports end up in logs.
  const user = label.text.slice(0, label.text.indexOf(":"));
  context.report({
    span: spanOf(label),
    message: `A URL holds no password: smtpd takes "${user}:…" for the name of a label, finds no such entry, and sends nothing.`,
    help: `Write smtp+tls://LABEL@HOST with auth <TABLE>, and put "${user}:PASSWORD" into the table under that label.`,
  });
}

function hasKey(table: TableArgument, wanted: string, { model, analysis }: CheckContext): boolean {
  let found = false;
  forEachEntry(table, { model, tableFiles: analysis.tableFiles }, ({ key }) => {
    found = key.toLowerCase() === wanted.toLowerCase();
    return !found;
  });
  return found;
}
