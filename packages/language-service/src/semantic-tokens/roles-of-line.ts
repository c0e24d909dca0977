import type { Argument, Limit, Line, Option, OptionInfo, PartialStatement, Token, Word } from "smtpd-conf";
import { type Role, roleOf } from "./legend.ts";

/** What the words of a statement are that are more than a plain keyword, string or number. */
export type Roles = Map<Token, Role>;

/** Bare words and strings in which `%{…}` stands for something. Not a role of a token: it is cut into parts. */
export const formatRole: Role = 0xfe;

const roles = {
  keyword: roleOf("keyword"),
  option: roleOf("property"),
  method: roleOf("method"),
  regexWord: roleOf("modifier"),
  constant: roleOf("enumMember"),
  key: roleOf("property"),
  string: roleOf("string"),
  regex: roleOf("regexp"),
  macro: roleOf("variable", "definition", "readonly"),
  builtinTable: roleOf("type", "defaultLibrary"),
} as const satisfies Readonly<Record<string, Role>>;

/** Names: as they are defined, and as they are used. */
const names = {
  action: [roleOf("function", "definition"), roleOf("function")],
  table: [roleOf("type", "definition"), roleOf("type")],
  filter: [roleOf("class", "definition"), roleOf("class")],
  proc: [roleOf("struct", "definition"), roleOf("struct")],
  wrapper: [roleOf("decorator", "definition"), roleOf("decorator")],
  pki: [roleOf("namespace", "definition"), roleOf("namespace")],
  ca: [roleOf("namespace", "definition"), roleOf("namespace")],
  tag: [roleOf("label", "definition"), roleOf("label")],
} as const satisfies Readonly<Record<string, readonly [definition: Role, reference: Role]>>;

/** Finds out what the words of a statement are, also of one that breaks off, from the tree alone. */
export function rolesOf(line: Line, found: Roles): void {
  const statement = line.kind === "BrokenStatement" ? line.partial : line;
  if (statement !== undefined) visitStatement(statement, line.tokens, found);
}

function visitStatement(statement: PartialStatement, tokens: readonly Token[], found: Roles): void {
  switch (statement.kind) {
    case "MacroDefinition":
      return put(found, statement.name, roles.macro);
    case "SettingDirective":
      return visitSettingWords(tokens, statement.info?.words.length, found);
    case "BounceDirective":
      return visitSettingWords(tokens, 2, found);
    case "LimitDirective":
      visitSettingWords(tokens, 2, found);
      statement.limits?.forEach(({ name }: Limit) => void put(found, name, roles.option));
      return visitOptions(statement.options, found);
    case "MatchDirective":
      statement.conditions?.forEach((condition) => void visitCondition(condition, found));
      put(found, statement.reject, roles.method);
      return put(found, statement.action, names.action[1]);
    case "ActionDirective":
      put(found, statement.name, names.action[0]);
      visitOption(statement.method, found, roles.method);
      return visitOptions(statement.options, found);
    case "TableDirective":
      put(found, statement.name, names.table[0]);
      return visitArgument(statement.entries, undefined, found);
    case "ListenDirective":
      put(found, statement.socket, roles.constant);
      return visitOptions(statement.options, found);
    default:
      return visitNamedStatement(statement, found);
  }
}

function visitNamedStatement(statement: PartialStatement, found: Roles): void {
  switch (statement.kind) {
    case "CaDirective":
      return put(found, statement.name, names.ca[0]);
    case "PkiDirective":
      put(found, statement.name, names.pki[0]);
      return visitOptions(statement.options, found);
    case "WrapperDirective":
      put(found, statement.name, names.wrapper[0]);
      return put(found, statement.command, formatRole);
    case "ProcDirective":
      put(found, statement.name, names.proc[0]);
      return visitOptions(statement.options, found);
    case "ProcFilterDirective":
      put(found, statement.name, names.filter[0]);
      return put(found, statement.proc, names.proc[1]);
    case "ProcExecFilterDirective":
      put(found, statement.name, names.filter[0]);
      return visitOptions(statement.options, found);
    case "PhaseFilterDirective":
      put(found, statement.name, names.filter[0]);
      put(found, statement.phase, roles.constant);
      visitOption(statement.condition, found);
      return visitOption(statement.decision, found, roles.method);
    case "ChainFilterDirective":
      put(found, statement.name, names.filter[0]);
      return visitArgument(statement.filters, undefined, found);
  }
}

function put(found: Roles, token: Token | undefined, role: Role): void {
  if (token !== undefined) found.set(token, role);
}

/** `queue ttl 4d`: behind the first word, the others say what is set. */
function visitSettingWords(tokens: readonly Token[], count: number | undefined, found: Roles): void {
  for (const token of tokens.slice(1, count)) if (token.kind === "Keyword") found.set(token, roles.option);
}

function visitOptions(options: readonly Option[] | undefined, found: Roles): void {
  options?.forEach((option) => void visitOption(option, found));
}

/** A condition: its table may hold regular expressions, and tags have a role of their own. */
function visitCondition(condition: Option, found: Roles): void {
  visitOption(condition, found);
  if (condition.name === "tag" && condition.regex === undefined) visitValues(condition.argument, names.tag[1], found);
}

function visitOption(option: Option | undefined, found: Roles, role: Role = roles.option): void {
  if (option === undefined) return;
  put(found, option.keyword, role);
  put(found, option.regex, roles.regexWord);
  put(found, option.suffix, roles.option);
  visitArgument(option.argument, option, found);
}

function visitArgument(argument: Argument | undefined, option: Option | undefined, found: Roles): void {
  switch (argument?.kind) {
    case "TableReference":
      return put(found, argument.name, isBuiltin(argument.name) ? roles.builtinTable : names.table[1]);
    case "FilterList":
      for (const name of argument.names) found.set(name, names.filter[1]);
      return;
    case "InlineTable":
      if (option?.regex !== undefined) return visitValues(argument, roles.regex, found);
      for (const { key, value } of argument.entries) if (value !== undefined) found.set(key, roles.key);
      return;
    case "Keyword":
      return put(found, argument, roles.constant);
    case "String":
      return put(found, argument, option === undefined ? roles.string : roleOfValue(option));
  }
}

/** Every value of an argument that is a list, or one value. */
function visitValues(argument: Argument | undefined, role: Role, found: Roles): void {
  if (argument?.kind === "String") found.set(argument, role);
  if (argument?.kind === "InlineTable") for (const { key } of argument.entries) found.set(key, role);
}

/** The tables that smtpd makes have names in angle brackets: `<"<getpwnam>">`. */
function isBuiltin({ value }: Word): boolean {
  return value.startsWith("<") && value.endsWith(">");
}

/** A single word behind an option. */
function roleOfValue({ name, info, regex }: Option): Role {
  if (regex !== undefined) return roles.regex;
  const { refersTo }: Pick<OptionInfo, "refersTo"> = info;
  if (refersTo !== undefined) return names[refersTo][1];
  if (name === "tag") return names.tag[0];
  if (name === "mda" || name === "maildir" || name === "lmtp") return formatRole;
  return name === "port" ? roles.constant : roles.string;
}
