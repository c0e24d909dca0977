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
export function languageOf({ table, service, subject }: Condition, delimiter: string): TextLanguage | undefined {
  if (table?.kind !== "KnownTable" || table.keys.length > mostEntries) return undefined;
  const languages = table.keys.map((key) => languageOfEntry(key, service, delimiter));
  if (!languages.every((language) => language !== undefined)) return undefined;
  const union = unionMachine(languages.map(({ machine }) => machine));
  return {
    machine: subject === "domain" ? domainOf(union) : union,
    letters: new Set(languages.flatMap(({ letters }) => [...letters])),
    sets: languages.flatMap(({ sets }) => sets),
  };
}

function languageOfEntry(key: string, service: Condition["service"], delimiter: string): TextLanguage | undefined {
  if (service === "regex") return languageOfExpression(key);
  const machine =
    service === "domain"
      ? domainPatternMachine(key)
      : service === "mailaddr"
        ? mailAddressMachine(key, delimiter)
        : exactMachine(key);
  return { machine, letters: new Set([...key, delimiter]), sets: [] };
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
