import type { ActionDirective, TableArgument } from "../../parser/ast/nodes.ts";
import type { Span } from "../../parser/source.ts";
import { foldCase } from "../../runtime/domain-pattern.ts";
import { actionTable } from "../action.ts";
import type { CheckContext, Problem } from "../check.ts";
import { namedRelay, type RelayHost } from "../relay-hosts.ts";
import { defineRule, type Rule } from "../rule.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";
import { type EntrySources, forEachEntry, tableNamed } from "../table-entries.ts";

export const credentialsLabelMissing: Rule = defineRule({
  code: "credentials-label-missing",
  summary: "The label of a relay URL has to be a key of the table that auth names.",
  category: "intent",
  severity: "error",
  recommended: true,
  scope: "configuration",
  create: (context) => ({ ActionDirective: (action) => checkLabels(action, context) }),
});

function checkLabels(action: ActionDirective, context: CheckContext): void {
  const credentials = actionTable(action, "auth");
  if (credentials === undefined) return;
  const labels = namedRelay(action, context)?.hosts.flatMap(labelOf) ?? [];
  const sources: EntrySources = { model: context.model, tableFiles: context.analysis.tableFiles };
  const keys = labels.length > 0 ? keysOf(credentials, sources) : undefined;
  if (keys === undefined) return;
  for (const label of labels) {
    if (!keys.has(foldCase(label.text))) context.report(problemOf(label, credentials, keys, sources));
  }
}

interface Label {
  readonly text: string;
  readonly span: Span;
}

function labelOf({ url, spanOf }: RelayHost): Label[] {
  const label = url.kind === "RelayUrl" ? url.parts.label : undefined;
  return label === undefined || label.text === "" ? [] : [{ text: label.text, span: spanOf(label) }];
}

/** The keys of a table; undefined where they are not known. One that smtpd takes for a list is refused anyway. */
function keysOf(table: TableArgument, sources: EntrySources): ReadonlySet<string> | undefined {
  const keys = new Set<string>();
  const known = forEachEntry(table, sources, ({ key }) => keys.add(foldCase(key)).size > 0);
  return known ? keys : undefined;
}

function problemOf(
  { text: label, span }: Label,
  credentials: TableArgument,
  keys: ReadonlySet<string>,
  { model }: EntrySources,
): Problem {
  const name = credentials.kind === "TableReference" ? credentials.name.value : undefined;
  const table = name === undefined ? undefined : tableNamed(name, model);
  const near = suggestionsFor(foldCase(label), keys, 1);
  const place = name === undefined ? "The credentials of this action have" : `The table "${name}" has`;
  return {
    span,
    message: `${place} no label "${label}", so that mail for this server waits until it expires.`,
    help: near.length > 0 ? `Did you mean ${eitherOf(near)}?` : `Add an entry for it: ${label} user:password`,
    related: table && [{ span: table.name, message: "The table." }],
  };
}
