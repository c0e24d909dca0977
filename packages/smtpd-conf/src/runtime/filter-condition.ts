import type { Option, TableArgument } from "../parser/ast/nodes.ts";
import type { Condition, ConditionName, ConditionSubject } from "./match-rule.ts";
import type { Ruleset } from "./ruleset.ts";
import type { MatchService } from "./table.ts";

/** What the conditions of filters look at and are looked up as. `name` is that of the like condition of a rule. */
const filterLookups: Readonly<
  Record<string, { readonly name: ConditionName; readonly subject: ConditionSubject; readonly service: MatchService }>
> = {
  fcrdns: { name: "from", subject: "fcrdns", service: "string" },
  rdns: { name: "from", subject: "filter-rdns", service: "domain" },
  src: { name: "from", subject: "source", service: "netaddr" },
  helo: { name: "helo", subject: "helo", service: "domain" },
  auth: { name: "auth", subject: "filter-login", service: "string" },
  "mail-from": { name: "mail-from", subject: "filter-sender", service: "mailaddr" },
  "rcpt-to": { name: "rcpt-to", subject: "recipient", service: "mailaddr" },
};

/** The condition of a builtin filter (`lka_filter.c:filter_builtins_*`), to be evaluated like that of a rule. */
export function filterCondition(option: Option, { tables, matcherFor }: Ruleset): Condition {
  const { name, subject, service: usual } = filterLookups[option.name] as (typeof filterLookups)[string];
  const table = option.argument === undefined ? undefined : tables.of(option.argument as TableArgument);
  const service = option.regex === undefined ? usual : "regex";
  return {
    kind: "Condition",
    name,
    subject,
    negated: option.not !== undefined,
    table,
    service: table && service,
    matcher: table && matcherFor(table, service),
    option,
    broken: false,
  };
}
