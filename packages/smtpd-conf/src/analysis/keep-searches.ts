import type { MatchRule } from "../runtime/match-rule.ts";
import { conditionKey, countThings } from "./condition-key.ts";
import { type Budget, type Finding, type SearchRecord, stopsAny, type Trial } from "./find-envelope.ts";
import type { MailKind } from "./mail-kind.ts";
import type { RuleIndex } from "./rule-index.ts";
import type { Scenario } from "./scenario.ts";
import { countScenarios } from "./scenario-text.ts";

/**
 * The searches for mail that rules decide about, from one version of a file to the next. A search comes to the same as
 * before if nothing that it asked is another, and no rule has come or gone that would have stopped one of its envelopes.
 */
export interface SearchMemory {
  readonly searches: WeakMap<MatchRule, Map<string, KeptSearch>>;
  readonly numberOf: (thing: object) => number;
  readonly numberOfScenario: (scenario: Scenario) => number;
  /** What has changed, version by version, the last one last. */
  readonly changes: RuleChange[];
  rules: readonly MatchRule[];
  /** Versions so far. */
  version: number;
}

/** The rules that came or went with a version: all of them behind the first so many. */
interface RuleChange {
  readonly behind: number;
  readonly rules: readonly MatchRule[];
}

interface KeptSearch {
  readonly finding: Finding<unknown>;
  /** The work that it takes, but for what comes with each attempt because there are so many rules. */
  readonly work: number;
  readonly attempts: number;
  readonly trials: readonly Trial[];
  /** When it was last seen to hold. */
  version: number;
}

/** Versions that a search can have been left out of and still be looked at again. */
const mostVersions = 16;

/** Searches that are kept of one rule. */
const mostSearches = 200;

export function openSearchMemory(): SearchMemory {
  return {
    searches: new WeakMap(),
    numberOf: countThings(),
    numberOfScenario: countScenarios(),
    changes: [],
    rules: [],
    version: 0,
  };
}

/** Takes in the rules of the next version. */
export function nextVersion(memory: SearchMemory, rules: readonly MatchRule[]): void {
  const before = memory.rules;
  const most = Math.min(before.length, rules.length);
  let start = 0;
  while (start < most && before[start] === rules[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === rules.at(-1 - end)) end++;
  const changed = [...before.slice(start, before.length - end), ...rules.slice(start, rules.length - end)];
  memory.changes.push({ behind: start, rules: changed });
  if (memory.changes.length > mostVersions) memory.changes.shift();
  memory.rules = rules;
  memory.version++;
}

/** A search that is asked for. */
export interface AskedSearch<Source> {
  readonly rule: MatchRule;
  readonly kind: MailKind<Source>;
  readonly assume: boolean;
  readonly questions: { readonly index: Pick<RuleIndex, "most">; readonly budget: Budget };
  readonly searches: SearchMemory;
}

/** Searches as `search` does, unless it is known what that comes to; the work is taken from the budget all the same. */
export function keptSearch<Source>(
  { rule, kind, assume, questions: { index, budget }, searches: memory }: AskedSearch<Source>,
  search: (record: SearchRecord) => Finding<Source | MatchRule>,
): Finding<Source | MatchRule> {
  const ofRule = memory.searches.get(rule) ?? new Map<string, KeptSearch>();
  memory.searches.set(rule, ofRule);
  const key = searchKey(kind, assume, memory);
  const known = ofRule.get(key);
  if (known !== undefined && stillHolds(known, rule, kind.scenario, assume, memory)) {
    known.version = memory.version;
    budget.work -= known.work + known.attempts * index.most;
    return known.finding as Finding<Source | MatchRule>;
  }
  if (ofRule.size >= mostSearches) ofRule.clear();
  const begun = budget.work;
  const record: SearchRecord = { attempts: 0, trials: [] };
  const finding = search(record);
  const work = begun - budget.work - record.attempts * index.most;
  // A search that used up the budget may have been cut short.
  if (budget.work > 0) ofRule.set(key, { finding, work, ...record, version: memory.version });
  else ofRule.delete(key);
  return finding;
}

function stillHolds(
  { trials, version }: KeptSearch,
  rule: MatchRule,
  scenario: Scenario,
  assume: boolean,
  memory: SearchMemory,
): boolean {
  const missed = memory.version - version;
  if (missed === 0 || trials.length === 0) return true;
  if (missed > memory.changes.length) return false;
  return memory.changes.slice(-missed).every(({ behind, rules }) => {
    // Numbers are those of this version: of earlier ones, it is not known which rules stood where.
    if (missed === 1 && rule.number <= behind) return true;
    return !rules.some(({ conditions }) => stopsAny(conditions, trials, scenario, { assume }));
  });
}

/** Equal for searches for one rule that ask the same. */
function searchKey<Source>(
  { scenario, literals, obstacles = [] }: MailKind<Source>,
  assume: boolean,
  { numberOf, numberOfScenario }: SearchMemory,
): string {
  const parts = literals.map(({ condition, wanted }) => `${wanted} ${conditionKey(condition, numberOf)}`);
  const inTheWay = obstacles.map(({ source, conditions }) => {
    const keys = conditions.map((condition) => conditionKey(condition, numberOf));
    return `${numberOf(source as object)} ${keys.join()}`;
  });
  return `${numberOfScenario(scenario)} ${assume} ${parts.join()} / ${inTheWay.join(";")}`;
}
