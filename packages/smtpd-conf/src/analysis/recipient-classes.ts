import { groupedBy } from "../parser/grouped-by.ts";
import { matchesDomain } from "../runtime/domain-pattern.ts";
import { splitMailAddress } from "../runtime/mail-address.ts";
import { isMailDomain } from "../runtime/mail-domain.ts";
import type { Condition } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { distinctConditions } from "./condition-key.ts";
import { conditionOn } from "./condition-on.ts";
import { type Literal, literal } from "./literal.ts";

/**
 * Where mail is sent to, so that every domain is of exactly one kind: `domains` that the rules list and treat alike; the
 * machine's `local` names, where rules ask for them; a `pattern` such as `*.example.org`; those of a `table` that is not
 * known; all `other` ones.
 */
export interface RecipientClass {
  readonly kind: "domains" | "pattern" | "table" | "local" | "other";
  /** The names, or the pattern; of `local`, those names that the rules do not list. Lower-case. */
  readonly names: readonly string[];
  /** The table that has them: the condition that asks it, without its `!`. Of `local`, where a table has them as well. */
  readonly table: Condition | undefined;
  readonly literals: readonly Literal[];
}

/** The kinds of recipients that the rules of a configuration tell apart by their domains. */
export function findRecipients(ruleset: Ruleset): readonly RecipientClass[] {
  const conditions = distinctConditions(ruleset.rules);
  const listed = [...new Set(conditions.flatMap(domainsListed))];
  const domains = groupAlike(listed, conditions).map((names): RecipientClass => {
    return { kind: "domains", names, table: undefined, literals: [among(names, true, ruleset)] };
  });
  const local = localNames(ruleset);
  const asksLocal = conditions.some(({ table }) => table === local.table);
  const beyond = among(listed, false, ruleset);
  const patterns = [...new Set(conditions.flatMap(patternsNamed))];
  const rest = [...(asksLocal ? [literal(local, false)] : []), beyond];
  const tables = tablesAsked(conditions);
  const inNone = tables.map((table) => literal(table, false));
  const unlisted = [...rest, ...without(patterns, ruleset)];
  const own = { kind: "local", names: namesLeft(local, listed) } as const;
  const ownLiterals = [literal(local, true), beyond];
  return [
    ...domains,
    ...(asksLocal ? [{ ...own, table: undefined, literals: [...ownLiterals, ...inNone] }] : []),
    ...patternClasses(patterns, rest, ruleset),
    ...tableClasses(tables, unlisted).map((one): RecipientClass => ({ ...one, kind: "table", names: [] })),
    { kind: "other", names: [], table: undefined, literals: [...unlisted, ...inNone] },
    ...(asksLocal ? tableClasses(tables, ownLiterals).map((one): RecipientClass => ({ ...one, ...own })) : []),
  ];
}

function among(names: readonly string[], wanted: boolean, ruleset: Ruleset): Literal {
  return literal(conditionOn("domain", "domain", names, ruleset), wanted);
}

function without(patterns: readonly string[], ruleset: Ruleset): readonly Literal[] {
  return patterns.length === 0 ? [] : [among(patterns, false, ruleset)];
}

function isBuiltin({ table }: Condition): boolean {
  return table?.kind === "KnownTable" && /^<(?:local|any)/.test(table.name);
}

/** The domains that a condition lists one by one, also as those of recipients. */
function domainsListed(condition: Condition): readonly string[] {
  return entriesOf(condition).filter((entry) => isMailDomain(entry) && !entry.includes("*"));
}

/** Domains with one `*` in front of a dot. Others are left to the conditions of rules. */
function patternsNamed(condition: Condition): readonly string[] {
  return entriesOf(condition).filter((entry) => /^\*\.[^*]+$/.test(entry) && isMailDomain(entry.slice(2)));
}

function entriesOf(condition: Condition): readonly string[] {
  const { subject, service, table } = condition;
  if (table?.kind !== "KnownTable" || isBuiltin(condition)) return [];
  if (subject === "domain" && service === "domain") return table.keys;
  if (subject !== "recipient" || service !== "mailaddr") return [];
  return table.keys.flatMap((key) => (key.includes("@") ? [splitMailAddress(key).domain] : []));
}

/** Domains from which they are no longer told apart by what expressions for recipients may say of them. */
const manyDomains = 50;

/** Domains together that the conditions cannot tell apart. */
function groupAlike(domains: readonly string[], conditions: readonly Condition[]): readonly (readonly string[])[] {
  const apart = domains.length < manyDomains;
  const asked = conditions.filter(
    ({ subject, table }) => /^(?:domain|recipient)$/.test(subject) && table !== undefined,
  );
  const keyOf = (domain: string) => asked.map((condition) => signOf(condition, domain, apart)).join();
  return [...groupedBy(domains, keyOf).values()];
}

/** What a condition says of a domain, as far as the domain decides that. */
function signOf({ subject, service, table, matcher }: Condition, domain: string, apart: boolean): string {
  if (subject === "domain") return matcher?.(domain) ?? "";
  if (table?.kind !== "KnownTable") return "";
  if (service === "regex") return apart ? domain : "";
  const named = table.keys.some((key) => key.includes("@") && matchesDomain(domain, splitMailAddress(key).domain));
  return named && (apart || table.keys.length < manyDomains) ? domain : String(named);
}

function localNames({ tables, matcherFor }: Ruleset): Condition {
  const table = tables.named("<localnames>");
  return {
    ...conditionOn("domain", "domain", [], { tables, matcherFor }),
    table,
    matcher: matcherFor(table, "domain"),
  };
}

function namesLeft({ table }: Condition, listed: readonly string[]): readonly string[] {
  return table?.kind === "KnownTable" ? table.keys.filter((key) => !listed.includes(key)) : [];
}

function patternClasses(
  patterns: readonly string[],
  rest: readonly Literal[],
  ruleset: Ruleset,
): readonly RecipientClass[] {
  return patterns.map((pattern, index) => ({
    kind: "pattern",
    names: [pattern],
    table: undefined,
    literals: [...rest, ...without(patterns.slice(0, index), ruleset), among([pattern], true, ruleset)],
  }));
}

/** The tables that are not known and that rules ask for domains. */
function tablesAsked(conditions: readonly Condition[]): readonly Condition[] {
  const asked = conditions.filter(({ subject, service, table }) => {
    return subject === "domain" && service === "domain" && table?.kind === "UnknownTable";
  });
  return asked
    .filter(({ table }, index) => asked.findIndex((other) => other.table === table) === index)
    .map((condition) => ({ ...condition, negated: false }));
}

/** For each table what it has that no earlier one has. */
function tableClasses(
  tables: readonly Condition[],
  literals: readonly Literal[],
): readonly Pick<RecipientClass, "table" | "literals">[] {
  return tables.map((table, index) => ({
    table,
    literals: [...literals, ...tables.slice(0, index).map((earlier) => literal(earlier, false)), literal(table, true)],
  }));
}
