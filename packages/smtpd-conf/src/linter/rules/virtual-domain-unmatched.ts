import type { ActionDirective, MatchDirective, TableArgument } from "../../parser/ast/nodes.ts";
import type { Span } from "../../parser/source.ts";
import { foldCase, matchesFolded } from "../../runtime/domain-pattern.ts";
import { splitMailAddress } from "../../runtime/mail-address.ts";
import { actionTable } from "../action.ts";
import type { CheckContext } from "../check.ts";
import { createKeySet } from "../key-set.ts";
import { defineRule, type Rule } from "../rule.ts";
import { type EntrySources, forEachEntry } from "../table-entries.ts";

export const virtualDomainUnmatched: Rule = defineRule({
  code: "virtual-domain-unmatched",
  summary: "The domains of a virtual table and those of the rules that lead to it should be the same.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "configuration",
  create: (context) => {
    const byTable = new Map<unknown, VirtualUse>();
    const byAction = new Map<string, VirtualUse>();
    return {
      ActionDirective: (action) => addAction(action, byTable, byAction),
      MatchDirective: (rule) => byAction.get(rule.action?.value ?? "")?.rules.push(rule),
      end: () => byTable.forEach((use) => void checkUse(use, context)),
    };
  },
});

/** A virtual table with the rules that lead to actions with it. */
interface VirtualUse {
  readonly table: TableArgument;
  readonly rules: MatchDirective[];
}

function addAction(
  action: ActionDirective,
  byTable: Map<unknown, VirtualUse>,
  byAction: Map<string, VirtualUse>,
): void {
  const table = actionTable(action, "virtual");
  if (table === undefined) return;
  const key = table.kind === "TableReference" ? table.name.value : table;
  const use = byTable.get(key) ?? { table, rules: [] };
  byTable.set(key, use);
  byAction.set(action.name.value, use);
}

/** A domain of a rule, or a pattern of several. */
interface Pattern {
  readonly text: string;
  readonly folded: string;
  readonly span: Span;
}

function checkUse({ table, rules }: VirtualUse, { model, analysis, report }: CheckContext): void {
  const sources: EntrySources = { model, tableFiles: analysis.tableFiles };
  const patterns = patternsOf(rules, sources);
  if (patterns === undefined) return;
  const keys = readKeys(table, patterns, sources);
  if (keys === undefined) return;
  for (const { domain, span } of keys.unmatched) {
    report({
      span,
      message: `No rule leads mail for "${domain}" to this table, so that smtpd never asks for this key.`,
      help: `Add "${domain}" to the domains of the rule.`,
    });
  }
  for (const { text, span } of keys.missing) {
    report({
      span,
      message: `${nameFor(table)} has no key for "${text}", so that smtpd refuses every recipient there with 524.`,
      help: `Add keys such as "anna@${text}", or "@${text}" for all.`,
    });
  }
}

function nameFor(table: TableArgument): string {
  return table.kind === "TableReference" ? `The virtual table "${table.name.value}"` : "The virtual table";
}

/** The domains of the rules; undefined where one of them can be for domains that nothing here can tell. */
function patternsOf(rules: readonly MatchDirective[], sources: EntrySources): readonly Pattern[] | undefined {
  const patterns: Pattern[] = [];
  const known = rules.every(({ conditions }) => {
    const option = conditions.find(({ scope }) => scope?.value === "for");
    if (option?.name !== "domain" || option.not !== undefined || option.regex !== undefined) return false;
    return forEachEntry(option.argument as TableArgument, sources, ({ key, keySpan }) => {
      patterns.push({ text: key, folded: foldCase(key), span: keySpan });
      return true;
    });
  });
  return known && patterns.length > 0 ? patterns : undefined;
}

/** How the keys of a table and the domains of rules differ. */
interface Difference {
  /** One key for each domain that no rule has. */
  readonly unmatched: readonly { readonly domain: string; readonly span: Span }[];
  /** The domains that no key has. */
  readonly missing: readonly Pattern[];
}

/** So many domains are enough to tell of: tables can be long. */
const mostUnmatched = 1000;

function readKeys(table: TableArgument, patterns: readonly Pattern[], sources: EntrySources): Difference | undefined {
  const matcher = createMatcher(patterns);
  const unmatched: { domain: string; span: Span }[] = [];
  const seen = createKeySet();
  let [count, forAll] = [0, false];
  const known = forEachEntry(table, sources, ({ key, keySpan }) => {
    count++;
    const { domain } = splitMailAddress(foldCase(key));
    if (domain === "") forAll = true;
    else if (!matcher.take(domain) && !seen.has(domain) && unmatched.length < mostUnmatched) {
      seen.add(domain);
      unmatched.push({ domain, span: keySpan });
    }
    return true;
  });
  if (!known || count === 0) return undefined;
  return { unmatched, missing: forAll ? [] : matcher.left() };
}

/** Finds the patterns for domains, and remembers which of them were found. */
interface Matcher {
  /** Whether a pattern is for the domain. */
  readonly take: (domain: string) => boolean;
  /** The patterns that were for none of the domains. */
  readonly left: () => readonly Pattern[];
}

function createMatcher(patterns: readonly Pattern[]): Matcher {
  const literal = new Set(patterns.map(({ folded }) => folded).filter((text) => !text.includes("*")));
  const wildcards = [...new Set(patterns.map(({ folded }) => folded).filter((text) => text.includes("*")))];
  const found = new Set<string>();
  return {
    take: (domain) => {
      const matching = wildcards.filter((pattern) => matchesFolded(domain, pattern));
      if (literal.has(domain)) matching.push(domain);
      for (const pattern of matching) found.add(pattern);
      return matching.length > 0;
    },
    left: () => patterns.filter(({ folded }) => !found.has(folded)),
  };
}
