import { StatementParser } from "../../../packages/smtpd-conf/src/parser/grammar/statement-parser.ts";

/** A production as Chevrotain serialises it, as far as the grammar of statements needs it. */
export type Production = Terminal | NonTerminal | Group;

export interface Terminal {
  readonly type: "Terminal";
  /** `String`, `Number`, `Newline`, or anything for a word or character that stands for itself. */
  readonly name: string;
  readonly label: string;
}

export interface NonTerminal {
  readonly type: "NonTerminal";
  readonly name: string;
}

export interface Group {
  readonly type: "Alternative" | "Alternation" | "Option" | "Repetition";
  readonly definition: readonly Production[];
}

/** A rule of the grammar. */
export interface Rule {
  readonly type: "Rule";
  readonly name: string;
  readonly definition: readonly Production[];
}

const classes: Readonly<Record<string, string>> = { String: "string", Number: "number", Newline: "newline" };

/** The name of a class of tokens; undefined for a token that stands for itself. */
export function tokenClass(terminal: Terminal): string | undefined {
  return classes[terminal.name];
}

/**
 * The rules of the grammar for readers: `statement` first, then each kind of statement in the parser's order with the
 * rules that only it uses, then what several share. The rule for a single string is folded into its users.
 */
export function grammarRules(): readonly Rule[] {
  const parser = new StatementParser();
  const all = parser.getSerializedGastProductions() as unknown as readonly Rule[];
  const rules = new Map(all.filter(({ name }) => name !== "string").map((rule) => [rule.name, foldStrings(rule)]));
  return inReadingOrder(rules);
}

function foldStrings(rule: Rule): Rule {
  return { ...rule, definition: rule.definition.map(foldString) };
}

function foldString(production: Production): Production {
  if (production.type === "Terminal") return foldTerminal(production);
  if (production.type !== "NonTerminal") return { ...production, definition: production.definition.map(foldString) };
  return production.name === "string" ? { type: "Terminal", name: "String", label: "string" } : production;
}

/** Without the pattern, which the lexer does not use, and with the name that the notation has for a class. */
function foldTerminal({ type, name, label }: Terminal): Terminal {
  return { type, name, label: tokenClass({ type, name, label }) ?? label };
}

function inReadingOrder(rules: ReadonlyMap<string, Rule>): readonly Rule[] {
  const users = countUsers(rules);
  const ordered = new Set<Rule>();
  const shared = new Set<string>();
  const visit = (name: string, top: boolean): void => {
    const rule = rules.get(name);
    if (rule === undefined) throw new Error(`the grammar has no rule "${name}"`);
    if (!top && (users.get(name) ?? 0) > 1) {
      shared.add(name);
      return;
    }
    ordered.add(rule);
    for (const used of namesUsed(rule.definition)) visit(used, false);
  };
  visit("statement", true);
  for (const name of shared) visit(name, true);
  return [...ordered];
}

function countUsers(rules: ReadonlyMap<string, Rule>): ReadonlyMap<string, number> {
  const users = new Map<string, number>();
  for (const rule of rules.values()) {
    for (const name of new Set(namesUsed(rule.definition))) users.set(name, (users.get(name) ?? 0) + 1);
  }
  return users;
}

function namesUsed(productions: readonly Production[]): readonly string[] {
  return productions.flatMap((production) => {
    if (production.type === "NonTerminal") return [production.name];
    return production.type === "Terminal" ? [] : namesUsed(production.definition);
  });
}
