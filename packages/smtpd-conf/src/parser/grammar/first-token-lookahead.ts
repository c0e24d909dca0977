import {
  Alternation,
  Alternative,
  type ILookaheadStrategy,
  type IProduction,
  type IToken,
  NonTerminal,
  Option,
  Repetition,
  type Rule,
  Terminal,
} from "chevrotain";

type Production = IProduction & { readonly definition?: IProduction[]; readonly idx?: number };

/** What Chevrotain asks the strategy to decide: one production, found by its kind and number within a rule. */
interface Question {
  readonly prodOccurrence: number;
  readonly rule: Rule;
}

/**
 * Lookahead by one token, found out when a production is first met. The grammar needs no more (a test has Chevrotain's own
 * analysis confirm it), and a short configuration meets few productions: this is a good part of the time that a start takes.
 */
export const firstTokenLookahead: ILookaheadStrategy = {
  validate: () => [],
  buildLookaheadForAlternation: (question) => {
    let table: readonly (number | undefined)[] | undefined;
    return function (this: { LA(howMuch: number): IToken }) {
      table ??= alternativesByToken(question);
      return table[this.LA(1).tokenTypeIdx];
    };
  },
  buildLookaheadForOptional: (question) => {
    let table: readonly (boolean | undefined)[] | undefined;
    return function (this: { LA(howMuch: number): IToken }) {
      table ??= tokensOf(question, question.prodType);
      return table[this.LA(1).tokenTypeIdx] === true;
    };
  },
};

/** For each token type, the number of the alternative that begins with it. */
function alternativesByToken({ rule, prodOccurrence }: Question): (number | undefined)[] {
  const table: (number | undefined)[] = [];
  const alternation = find(
    rule.definition as Production[],
    (node) => node instanceof Alternation && node.idx === prodOccurrence,
  );
  (alternation?.definition ?? []).forEach((alternative, index) => {
    for (const token of firstTokens([alternative as Production])) table[token] ??= index;
  });
  return table;
}

/** The token types that the inside of an optional or repeated production begins with. */
function tokensOf({ rule, prodOccurrence }: Question, kind: string): (boolean | undefined)[] {
  const table: (boolean | undefined)[] = [];
  const wanted = kind === "Option" ? Option : Repetition;
  const production = find(
    rule.definition as Production[],
    (node) => node instanceof wanted && node.idx === prodOccurrence,
  );
  for (const token of firstTokens((production?.definition ?? []) as Production[])) table[token] = true;
  return table;
}

function find(nodes: readonly Production[], matches: (node: Production) => boolean): Production | undefined {
  for (const node of nodes) {
    if (matches(node)) return node;
    const inside = node instanceof NonTerminal ? undefined : find((node.definition ?? []) as Production[], matches);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** The numbers of the token types that a sequence can begin with. */
function firstTokens(sequence: readonly Production[]): number[] {
  const first: number[] = [];
  for (const node of sequence) {
    first.push(...firstOf(node));
    if (!isOptional(node)) break;
  }
  return first;
}

function firstOf(node: Production): number[] {
  if (node instanceof Terminal) return [node.terminalType.tokenTypeIdx ?? 0];
  if (node instanceof NonTerminal) return firstTokens(node.referencedRule.definition as Production[]);
  if (node instanceof Alternation)
    return node.definition.flatMap((alternative) => firstTokens([alternative as Production]));
  if (node instanceof Alternative) return firstTokens(node.definition as Production[]);
  return firstTokens((node.definition ?? []) as Production[]);
}

function isOptional(node: Production): boolean {
  if (node instanceof Option || node instanceof Repetition) return true;
  if (node instanceof NonTerminal) return (node.referencedRule.definition as Production[]).every(isOptional);
  if (node instanceof Alternation)
    return (node.definition as Alternative[]).some(({ definition }) => (definition as Production[]).every(isOptional));
  return false;
}
