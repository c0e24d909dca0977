import { optionServices } from "../language/option-services.ts";
import { isAtLeast, type Release } from "../language/releases.ts";
import { lastSetting } from "../model/last-setting.ts";
import type { Model } from "../model/model.ts";
import type { TableFiles } from "../model/table-files.ts";
import type { MatchDirective, Option, TableArgument } from "../parser/ast/nodes.ts";
import type { Token } from "../parser/lexer/token.ts";
import { loopbackOnly, type MachineFacts } from "./machine-facts.ts";
import {
  type Condition,
  type ConditionName,
  type ConditionSubject,
  conditionNames,
  type MatchRule,
} from "./match-rule.ts";
import { openRulesetMemory, type RulesetMemory } from "./ruleset-memory.ts";
import { openTables, type Tables } from "./runtime-tables.ts";
import { contentOf, type MatchService, type RuntimeTable } from "./table.ts";
import { type MatcherSource, type TableMatcher, tableMatcher } from "./table-matcher.ts";

/** The rules of a configuration, ready to be asked. */
export interface Ruleset {
  readonly target: Release;
  readonly rules: readonly MatchRule[];
  readonly machine: MachineFacts;
  /** The character that begins the tag of a sub-address. */
  readonly delimiter: string;
  readonly tables: Tables;
  readonly matcherFor: MatcherSource;
}

/** What a ruleset is built with besides the text. */
export interface RulesetOptions {
  readonly machine?: MachineFacts | undefined;
  readonly tableFiles?: TableFiles | undefined;
  /** What an earlier version of the file has left; for the same release and machine. */
  readonly memory?: RulesetMemory | undefined;
}

/** What is at hand while rules are built. */
interface Building {
  readonly target: Release;
  readonly tables: Tables;
  readonly matcherFor: MatcherSource;
}

/** Makes the rules that smtpd would have (`match` in parse.y). */
export function buildRuleset(model: Model, options: RulesetOptions = {}): Ruleset {
  const { machine = loopbackOnly, tableFiles, memory = openRulesetMemory() } = options;
  const { target } = model;
  const delimiter = delimiterOf(model);
  const tables = openTables(model, machine, tableFiles, memory.tables);
  const matcherFor = memory.matchers.get(delimiter) ?? keepMatchers(delimiter);
  memory.matchers.set(delimiter, matcherFor);
  const building: Building = { target, tables, matcherFor };
  const rules = model.rules.map((directive, index) => keepRule(directive, index + 1, building, memory));
  return { target, rules, machine, delimiter, tables, matcherFor };
}

/** A rule as it was last built of its statement, with its new number, if it asks the same tables in the same way. */
function keepRule(directive: MatchDirective, number: number, building: Building, memory: RulesetMemory): MatchRule {
  const { matcherFor } = building;
  const known = memory.rules.get(directive);
  const tables = directive.conditions.flatMap(({ argument }) =>
    argument === undefined ? [] : [building.tables.of(argument as TableArgument)],
  );
  if (known?.matcherFor === matcherFor && tables.every((table, index) => table === known.tables[index])) {
    return Object.assign(known.rule, { number });
  }
  const rule = buildRule(directive, number, building);
  memory.rules.set(directive, { rule, tables, matcherFor });
  return rule;
}

/** Tables are prepared once for each service, however many rules ask them. */
function keepMatchers(delimiter: string): MatcherSource {
  const kept = new WeakMap<object, Map<MatchService, TableMatcher>>();
  return (table, service) => {
    const content = contentOf(table);
    const ofTable = kept.get(content) ?? new Map<MatchService, TableMatcher>();
    kept.set(content, ofTable);
    const matcher = ofTable.get(service) ?? tableMatcher(table, service, { delimiter });
    ofTable.set(service, matcher);
    return matcher;
  };
}

export function delimiterOf(model: Model): string {
  return lastSetting(model, "smtp sub-addr-delim")?.value?.value.charAt(0) || "+";
}

function buildRule(directive: MatchDirective, number: number, building: Building): MatchRule {
  const found = new Map<ConditionName, Condition>();
  for (const option of directive.conditions) {
    for (const condition of conditionsOf(option, building)) {
      const earlier = found.get(condition.name);
      found.set(condition.name, earlier === undefined ? condition : repeat(earlier, condition, building));
    }
  }
  if (!found.has("from")) found.set("from", builtinCondition("from", "<localhost>", building));
  if (!found.has("for")) found.set("for", builtinCondition("for", "<localnames>", building));
  const conditions = conditionNames.flatMap((name) => found.get(name) ?? []);
  return { kind: "MatchRule", number, directive, conditions, action: directive.action?.value };
}

/**
 * `from auth`, `from mail-from` and `for rcpt-to` can follow a plain `auth`, `mail-from` or `rcpt-to`. What they say counts,
 * but where they name no table, the one named before stays, and `regex` stays once it was said.
 */
function repeat(earlier: Condition, later: Condition, building: Building): Condition {
  const table = later.table ?? earlier.table;
  const service = earlier.service === "regex" ? "regex" : (later.service ?? earlier.service);
  if (table === undefined || service === undefined) return later;
  const { negated, option } = later;
  const kept = later.table === undefined ? { ...earlier, negated, option } : later;
  const condition = { ...kept, service, matcher: building.matcherFor(table, service) };
  return condition.name === "auth" ? { ...condition, matcher: userMatcher(condition, table, building) } : condition;
}

/** What an option asks: two things where it is `from auth`, `from mail-from` or `for rcpt-to`. */
function conditionsOf(option: Option, building: Building): readonly Condition[] {
  const own = conditionOf(option, building);
  const { scope } = option;
  if (scope === undefined || own.name === scope.value) return [own];
  return scope.value === "from"
    ? [builtinCondition("from", "<anyhost>", building), own]
    : [builtinCondition("for", "<anydestination>", building), own];
}

/** A condition without a word of its own that asks one of the tables that smtpd makes. */
function builtinCondition(name: "from" | "for", table: string, building: Building, option?: Option): Condition {
  const service = name === "from" ? "netaddr" : "domain";
  const subject = name === "from" ? "source" : "domain";
  return withTable({ name, subject, service, option }, building.tables.named(table), building);
}

function conditionOf(option: Option, building: Building): Condition {
  switch (`${option.scope?.value ?? ""} ${option.name}`) {
    case "from any":
      return builtinCondition("from", "<anyhost>", building, option);
    case "from local":
      return builtinCondition("from", "<localhost>", building, option);
    case "for any":
      return builtinCondition("for", "<anydestination>", building, option);
    case "for local":
      return builtinCondition("for", "<localnames>", building, option);
    case "from socket":
      return { ...withoutTable("from", "socket", option), broken: !isAtLeast(building.target, "6.6.0") };
    case " tls":
      return { ...withoutTable("tls", "tls", option), broken: true };
    default:
      return lookupCondition(option, building);
  }
}

function lookupCondition(option: Option, building: Building): Condition {
  const { name, subject } = lookups[option.name as keyof typeof lookups];
  if (option.argument === undefined)
    return withoutTable(name, subject === "username" ? "authenticated" : subject, option);
  const table = building.tables.of(option.argument as TableArgument);
  const condition = withTable({ name, subject, service: serviceOf(option), option }, table, building);
  if (name !== "auth") return condition;
  const broken = !isAtLeast(building.target, "6.7.1");
  return { ...condition, matcher: userMatcher(condition, table, building), broken };
}

/** Users with an `@` are looked up as mail addresses, others as they are (`ruleset_match_smtp_auth()`). */
function userMatcher(
  { service, matcher }: Condition,
  table: RuntimeTable,
  { matcherFor }: Building,
): Condition["matcher"] {
  if (service === "regex" || matcher === undefined) return matcher;
  const asAddress = matcherFor(table, "mailaddr");
  return (key) => (key.includes("@") ? asAddress(key) : matcher(key));
}

/** What the conditions with a table are called in the order of evaluation, and what they look at. */
const lookups = {
  tag: { name: "tag", subject: "tag" },
  src: { name: "from", subject: "source" },
  rdns: { name: "from", subject: "rdns" },
  domain: { name: "for", subject: "domain" },
  helo: { name: "helo", subject: "helo" },
  auth: { name: "auth", subject: "username" },
  "mail-from": { name: "mail-from", subject: "sender" },
  "rcpt-to": { name: "rcpt-to", subject: "recipient" },
} as const satisfies Record<string, { name: ConditionName; subject: ConditionSubject }>;

/** Names from the reverse DNS are compared as if they were addresses (`ruleset_match_from()`): wildcards mean nothing. */
function serviceOf(option: Option): MatchService {
  if (option.regex !== undefined) return "regex";
  if (option.name === "rdns") return "netaddr";
  return optionServices(option.info)[0] as MatchService;
}

function withoutTable(name: ConditionName, subject: ConditionSubject, option: Option): Condition {
  return {
    kind: "Condition",
    name,
    subject,
    negated: isNegated(option),
    table: undefined,
    service: undefined,
    matcher: undefined,
    option,
    broken: false,
  };
}

function withTable(
  {
    name,
    subject,
    service,
    option,
  }: Pick<Condition, "name" | "subject" | "option"> & { readonly service: MatchService },
  table: RuntimeTable,
  { matcherFor }: Building,
): Condition {
  const matcher = matcherFor(table, service);
  return {
    kind: "Condition",
    name,
    subject,
    negated: isNegated(option),
    table,
    service,
    matcher,
    option,
    broken: false,
  };
}

function isNegated(option: Option | undefined): boolean {
  return (option?.not as Token | undefined) !== undefined;
}
