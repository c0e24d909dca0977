import type { Condition } from "../runtime/match-rule.ts";
import {
  automatonOf,
  type CharacterSet,
  charactersOf,
  parseRegularExpression,
} from "../runtime/regular-expression/regular-expression.ts";
import {
  domainOf,
  domainPatternMachine,
  exactMachine,
  loginMachine,
  mailAddressMachine,
  type TextMachine,
  unionMachine,
} from "./text-machine.ts";

/** The texts that have an entry in a table, as a machine, with the characters that it tells apart. */
export interface TextLanguage {
  readonly machine: TextMachine;
  /** Characters that stand in entries. */
  readonly letters: ReadonlySet<string>;
  /** Sets of characters that expressions ask for. */
  readonly sets: readonly CharacterSet[];
}

/** Entries of a table up to which a machine is made of it. */
const mostEntries = 64;

/** The language of a condition's table, over whole addresses where the condition looks at one; undefined if that is too much. */
export function languageOf(condition: Condition, delimiter: string): TextLanguage | undefined {
  const { table, service, subject } = condition;
  if (table?.kind !== "KnownTable" || table.keys.length > mostEntries) return undefined;
  const ofTable = known.get(table.keys) ?? new Map<string, TextLanguage | undefined>();
  known.set(table.keys, ofTable);
  const name = `${subject} ${service} ${delimiter}`;
  if (!ofTable.has(name)) ofTable.set(name, makeLanguage(condition, table.keys, delimiter));
  return ofTable.get(name);
}

/** The languages that were made, by list of entries, subject, service and delimiter. */
const known = new WeakMap<object, Map<string, TextLanguage | undefined>>();

function makeLanguage(
  { service, subject }: Condition,
  keys: readonly string[],
  delimiter: string,
): TextLanguage | undefined {
  const languages = keys.map((key) =>
    service === "regex" ? languageOfExpression(key) : languageOfEntry(key, { service, subject }, delimiter),
  );
  if (!languages.every((language) => language !== undefined)) return undefined;
  const union = unionMachine(languages.map(({ machine }) => machine));
  return {
    machine: subject === "domain" ? domainOf(union) : union,
    letters: new Set(languages.flatMap(({ letters }) => [...letters])),
    sets: languages.flatMap(({ sets }) => sets),
  };
}

function languageOfEntry(
  key: string,
  condition: Pick<Condition, "service" | "subject">,
  delimiter: string,
): TextLanguage {
  return { machine: machineOfEntry(key, condition, delimiter), letters: new Set([...key, delimiter]), sets: [] };
}

function machineOfEntry(
  key: string,
  { service, subject }: Pick<Condition, "service" | "subject">,
  delimiter: string,
): TextMachine {
  if (service === "domain") return domainPatternMachine(key);
  if (service === "mailaddr") return mailAddressMachine(key, delimiter);
  return subject === "username" ? loginMachine(key, delimiter) : exactMachine(key);
}

/** An expression that does not compile matches nothing. */
function languageOfExpression(pattern: string): TextLanguage | undefined {
  const expression = parseRegularExpression(pattern);
  if (expression.kind === "RegularExpression") {
    return { machine: automatonOf(expression), letters: new Set(), sets: charactersOf(expression) };
  }
  if (expression.reason !== "invalid") return undefined;
  return { machine: { start: 0, step: () => 0, accepts: () => false }, letters: new Set(), sets: [] };
}
