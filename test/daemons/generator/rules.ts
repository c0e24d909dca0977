import { chance, pick, pickWeighted, type Random, shuffle } from "../../conformance/random.ts";
import { braced, type DeclaredTable, entriesOf, type Subject } from "./tables.ts";

/** What is declared in a scenario, and what it may contain. */
export interface Plan {
  readonly random: Random;
  readonly release: string;
  readonly tables: readonly DeclaredTable[];
}

type MakeCondition = (plan: Plan) => string;

/** The lines of a rule, with those of the action that it names. */
export function ruleStatement(plan: Plan, number: number): readonly string[] {
  const { random } = plan;
  const conditions = conditionsOf(plan).join(" ");
  if (chance(random, 0.25)) return [`match ${conditions} reject`];
  const action = `a${number}`;
  return [`action "${action}" relay host "smtp://127.0.0.1:9"`, `match ${conditions} action "${action}"`];
}

/** In any order. What `from mail-from` and the like say can overwrite what stands before it, but not the other way round. */
function conditionsOf(plan: Plan): readonly string[] {
  const { random } = plan;
  const from = chance(random, 0.85) ? [pickWeighted(random, fromConditions)(plan)] : [];
  const destination = chance(random, 0.85) ? [pickWeighted(random, forConditions)(plan)] : [];
  const scoped = [...from, ...destination];
  const chosen = otherConditions.filter(([, probability]) => chance(random, probability));
  if (chance(random, 0.1)) return [...chosen.map(([, , make]) => make(plan)), ...scoped];
  const free = chosen.filter(([word]) => !scoped.some((condition) => condition.includes(` ${word}`)));
  return shuffle(random, [...scoped, ...free.map(([, , make]) => make(plan))]);
}

const fromConditions: readonly (readonly [weight: number, make: MakeCondition])[] = [
  [30, negatable("from any", 0.05)],
  [10, negatable("from local", 0.2)],
  [5, negatable("from socket", 0.3)],
  [20, withTable("from", "src", "network")],
  [6, negatable("from rdns", 0.3)],
  [14, withTable("from", "rdns", "name")],
  [6, negatable("from auth", 0.3)],
  [4, withTable("from", "auth", "user")],
  [8, withTable("from", "mail-from", "address")],
];

const forConditions: readonly (readonly [weight: number, make: MakeCondition])[] = [
  [40, negatable("for any", 0.05)],
  [15, negatable("for local", 0.2)],
  [25, withTable("for", "domain", "domain")],
  [15, withTable("for", "rcpt-to", "address")],
];

const otherConditions: readonly (readonly [word: string, probability: number, make: MakeCondition])[] = [
  ["tag", 0.15, withTable("", "tag", "tag")],
  ["helo", 0.15, withTable("", "helo", "greeting")],
  ["auth", 0.08, (plan) => (chance(plan.random, 0.5) ? negatable("auth", 0.5) : withTable("", "auth", "user"))(plan)],
  ["tls", 0.03, negatable("tls", 0.5)],
  ["mail-from", 0.15, withTable("", "mail-from", "address")],
  ["rcpt-to", 0.15, withTable("", "rcpt-to", "address")],
];

function negatable(words: string, probability: number): MakeCondition {
  return ({ random }) => (chance(random, probability) ? `! ${words}` : words);
}

/** A condition with a table, which may be negated and may be a regular expression. */
function withTable(scope: "from" | "for" | "", word: string, subject: Subject): MakeCondition {
  return (plan) => {
    const { random } = plan;
    const regex = chance(random, 0.25);
    const words = [scope, word, regex ? "regex" : ""].filter((part) => part !== "").join(" ");
    const mappings = scope === "" || word !== "auth";
    const table = tableArgument(plan, regex ? "pattern" : subject, mappings && /^(mail-from|rcpt-to|auth)$/.test(word));
    return `${chance(random, 0.25) ? "! " : ""}${words} ${table}`;
  };
}

/** One value, several, or a table with a name. From 7.5 on some conditions also take the keys of a mapping. */
function tableArgument({ random, release, tables }: Plan, subject: Subject, takesMappings: boolean): string {
  const mappings = takesMappings && subject !== "pattern" && release !== "6.8" && release !== "7.4";
  const known = tables.filter((table) => table.subject === subject && (mappings || !table.mapping));
  if (known.length > 0 && chance(random, 0.6)) return `<${pick(random, known).name}>`;
  const entries = entriesOf(random, subject);
  if (chance(random, 0.4)) return `"${entries[0]}"`;
  return braced(entries, mappings && chance(random, 0.2));
}
