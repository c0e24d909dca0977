import type { FilterList, InlineTable, Option, Statement } from "../ast/nodes.ts";
import type { Token } from "../lexer/token.ts";

/** Where the lines of a statement may be divided. */
export interface StatementShape {
  /** The tokens that can begin a line of their own: options, conditions, what is done with a message. */
  readonly breaks: ReadonlySet<Token>;
  /** The first tokens of the entries of lists in braces. */
  readonly entries: ReadonlySet<Token>;
  /** A list has a newline that only 7.5 and later take. */
  readonly hasLateNewline: boolean;
}

export function shapeOf(statement: Statement): StatementShape {
  const entries = listsOf(statement).flatMap((list) =>
    list.kind === "InlineTable" ? list.entries.map(({ key }) => key) : list.names,
  );
  return { breaks: breaksOf(statement), entries: new Set(entries), hasLateNewline: hasLateNewline(statement) };
}

/** Whether a list of the statement has a newline that only 7.5 and later take. */
export function hasLateNewline(statement: Statement): boolean {
  return listsOf(statement).some(({ lateNewline }) => lateNewline !== undefined);
}

/** All lists in braces. */
function listsOf(statement: Statement): readonly (InlineTable | FilterList)[] {
  if (statement.kind === "TableDirective") return statement.entries ? [statement.entries] : [];
  if (statement.kind === "ChainFilterDirective") return [statement.filters];
  return optionsOf(statement).flatMap(({ argument }) =>
    argument?.kind === "InlineTable" || argument?.kind === "FilterList" ? argument : [],
  );
}

/** The options that can have a list. */
function optionsOf(statement: Statement): readonly Option[] {
  switch (statement.kind) {
    case "ListenDirective":
    case "ActionDirective":
      return statement.options;
    case "MatchDirective":
      return statement.conditions;
    case "PhaseFilterDirective":
      return [statement.condition];
    default:
      return [];
  }
}

function breaksOf(statement: Statement): ReadonlySet<Token> {
  const starts = new Set<Token>(startsOf(statement));
  const behind = new Set<Token>(wordsBehindKeywords(statement));
  for (const [index, token] of statement.tokens.entries()) {
    const keyword = statement.tokens[index - 1];
    if (behind.has(token) && keyword !== undefined) starts.add(keyword);
  }
  return starts;
}

/** The first tokens of the parts that can stand on a line of their own. */
function startsOf(statement: Statement): readonly Token[] {
  switch (statement.kind) {
    case "ListenDirective":
    case "PkiDirective":
      return statement.options.map(firstOf);
    case "ActionDirective":
      return [statement.method, ...statement.options].map(firstOf);
    case "MatchDirective":
      return [...statement.conditions.slice(1).map(firstOf), ...(statement.reject ? [statement.reject] : [])];
    case "LimitDirective":
      return [...statement.limits.map(({ name }) => name), ...statement.options.map(firstOf)];
    case "ProcDirective":
      return [statement.command, ...statement.options.map(firstOf)];
    case "ProcExecFilterDirective":
      return statement.options.map(firstOf);
    case "PhaseFilterDirective":
      return [firstOf(statement.decision)];
    case "WrapperDirective":
      return [statement.command];
    case "BounceDirective":
      return statement.delays.slice(1);
    default:
      return [];
  }
}

/** The words whose keyword, the token before them, begins such a part. */
function wordsBehindKeywords(statement: Statement): readonly Token[] {
  switch (statement.kind) {
    case "MatchDirective":
      return statement.action ? [statement.action] : [];
    case "CaDirective":
      return [statement.cert];
    case "ProcFilterDirective":
      return [statement.proc];
    case "ProcExecFilterDirective":
      return [statement.command];
    case "PhaseFilterDirective":
      return [statement.phase, firstOf(statement.condition)];
    default:
      return [];
  }
}

function firstOf({ not, scope, keyword }: Option): Token {
  return not ?? scope ?? keyword;
}
