import type { Model } from "../../model/model.ts";
import type { ActionDirective, MatchDirective, TableArgument } from "../../parser/ast/nodes.ts";
import { foldCase } from "../../runtime/domain-pattern.ts";
import { actionTable } from "../action.ts";
import type { CheckContext, Problem } from "../check.ts";
import { exchangers, takesFromStrangers } from "../receiving.ts";
import { defineRule, type Rule } from "../rule.ts";
import { type EntrySources, forEachEntry } from "../table-entries.ts";

export const missingPostmaster: Rule = defineRule({
  code: "missing-postmaster",
  summary: "A server that takes mail from everybody should take it for postmaster, too.",
  category: "intent",
  severity: "info",
  recommended: true,
  scope: "configuration",
  create: (context) => ({
    end: () => {
      const { model } = context;
      if (!context.analysis.listeners().some(exchangers(model)) || namesPostmaster(context)) return;
      const rules = openRules(model);
      for (const action of model.actions) checkAction(action, rules.get(action.name.value) ?? [], context);
    },
  }),
});

/** Whether a rule of its own can take the mail: one for single recipients. */
function namesPostmaster({ model, analysis }: CheckContext): boolean {
  const sources: EntrySources = { model, tableFiles: analysis.tableFiles };
  return model.rules.some(({ conditions }) => {
    const option = conditions.find(({ name }) => name === "rcpt-to");
    if (option === undefined) return false;
    let found = option.regex !== undefined;
    const known = forEachEntry(option.argument as TableArgument, sources, ({ key }) => {
      found ||= /^postmaster\b/i.test(key);
      return !found;
    });
    return found || !known;
  });
}

/** The rules that take mail from anybody for everybody of a domain, by their action. */
function openRules(model: Model): ReadonlyMap<string, readonly MatchDirective[]> {
  const byAction = new Map<string, MatchDirective[]>();
  for (const rule of model.rules) {
    const narrowed = rule.conditions.some(({ name }) => name === "rcpt-to" || name === "mail-from");
    if (rule.action === undefined || narrowed || !takesFromStrangers(rule, model)) continue;
    const rules = byAction.get(rule.action.value) ?? [];
    rules.push(rule);
    byAction.set(rule.action.value, rules);
  }
  return byAction;
}

function checkAction(action: ActionDirective, rules: readonly MatchDirective[], context: CheckContext): void {
  const { model, analysis, report } = context;
  const sources: EntrySources = { model, tableFiles: analysis.tableFiles };
  const alias = actionTable(action, "alias");
  const virtual = actionTable(action, "virtual");
  if (rules.length === 0) return;
  const problem = alias
    ? withoutAlias(alias, action, context, sources)
    : virtual && withoutVirtual(virtual, rules, sources);
  if (problem !== undefined) report(problem);
}

const help = "Lead it to whoever looks after the server: RFC 5321 (section 4.5.1) asks for it.";

function withoutAlias(
  alias: TableArgument,
  action: ActionDirective,
  { machine }: CheckContext,
  sources: EntrySources,
): Problem | undefined {
  if (hasKey(alias, ["postmaster"], sources) !== false) return undefined;
  const userbase = actionTable(action, "userbase");
  const isUser = userbase ? hasKey(userbase, ["postmaster"], sources) : (machine?.hasUser?.("postmaster") ?? false);
  if (isUser !== false) return undefined;
  const message = "There is no alias for postmaster, so that smtpd refuses mail for it where there is no such user.";
  return { span: alias, message, help };
}

function withoutVirtual(
  virtual: TableArgument,
  rules: readonly MatchDirective[],
  sources: EntrySources,
): Problem | undefined {
  const keys = keysForPostmaster(virtual, sources);
  if (keys === undefined || ["postmaster", "postmaster@", "@"].some((key) => keys.has(key))) return undefined;
  const domain = domainsOf(rules, sources).find((name) => !keys.has(`@${name}`) && !keys.has(`postmaster@${name}`));
  if (domain === undefined) return undefined;
  const message = `No key is for "postmaster@${domain}", so that smtpd refuses mail for it.`;
  return { span: virtual, message, help };
}

/** Whether a table has one of the keys; undefined where its entries are not known, or where it has none yet. */
function hasKey(table: TableArgument, wanted: readonly string[], sources: EntrySources): boolean | undefined {
  let [found, empty] = [false, true];
  const known = forEachEntry(table, sources, ({ key }) => {
    empty = false;
    found = wanted.includes(foldCase(key));
    return !found;
  });
  return found || (known && !empty ? false : undefined);
}

/** The keys that can be for postmaster; undefined where the entries are not known, or where there are none yet. */
function keysForPostmaster(table: TableArgument, sources: EntrySources): ReadonlySet<string> | undefined {
  const keys = new Set<string>();
  let empty = true;
  const known = forEachEntry(table, sources, ({ key }) => {
    empty = false;
    if (key.startsWith("@") || /^postmaster(?:@|$)/i.test(key)) keys.add(foldCase(key));
    return true;
  });
  return known && !empty ? keys : undefined;
}

/** The domains that rules name, those with wildcards left out. */
function domainsOf(rules: readonly MatchDirective[], sources: EntrySources): readonly string[] {
  const domains: string[] = [];
  for (const { conditions } of rules) {
    const option = conditions.find(({ scope, name }) => scope?.value === "for" && name === "domain");
    if (option === undefined || option.not !== undefined || option.regex !== undefined) continue;
    forEachEntry(option.argument as TableArgument, sources, ({ key }) => {
      if (!key.includes("*")) domains.push(foldCase(key));
      return true;
    });
  }
  return domains;
}
