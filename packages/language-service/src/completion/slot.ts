import {
  addressFamilies,
  type Continuation,
  closingOptions,
  deliveryMethods,
  deliveryOptions,
  filterConditions,
  filterDecisions,
  forConditions,
  fromConditions,
  interfaceOptions,
  type LimitScope,
  type NameSpace,
  type OptionInfo,
  type PartialStatement,
  pkiParameters,
  plainConditions,
  processParameters,
  relayMethod,
  relayOptions,
  type SettingInfo,
  socketOptions,
  type Token,
} from "smtpd-conf";

/** Where in a table argument something is written: the value itself, `<name>`, or an entry of `{ … }`. */
export type Form = "plain" | "name" | "key" | "value";

/** What a string, a number or a table would be for, where one can stand. */
export type Slot =
  /** The argument of an option, a condition, a decision or a parameter. */
  | { readonly kind: "option"; readonly info: OptionInfo; readonly regex: boolean; readonly form: Form }
  /** The name behind `backup mx`. */
  | { readonly kind: "suffix"; readonly info: OptionInfo }
  | { readonly kind: "setting"; readonly info: SettingInfo }
  /** The name that a statement gives to something. */
  | { readonly kind: "definition"; readonly space: NameSpace }
  | { readonly kind: "reference"; readonly space: NameSpace }
  /** An entry of `filter … chain { … }`. */
  | { readonly kind: "chain" }
  /** An entry of `table NAME { … }`. */
  | { readonly kind: "entry"; readonly table: string; readonly form: Form }
  | { readonly kind: "limit"; readonly scope: LimitScope }
  | { readonly kind: "interface" | "config" | "path" | "command" | "wrapper-command" | "delay" | "domain" }
  /** The name of a macro at the start of a line, and the value of one. */
  | { readonly kind: "macro-name" | "macro-value" };

/** What stands before the place where a string or a table is expected. */
interface Owner {
  readonly token: Token | undefined;
  readonly before: Token | undefined;
  readonly regex: boolean;
  readonly form: Form;
}

/** What a value behind these tokens is for; undefined where none can stand, or nothing is known of it. */
export function slotAt({ tokens, partial, expected }: Continuation): Slot | undefined {
  if (!(expected.string || expected.table || expected.number)) return undefined;
  if (tokens.length === 0 || partial === undefined) return { kind: "macro-name" };
  const owner = ownerOf(tokens);
  const slot = slotOfStatement(partial, tokens, owner);
  if (slot !== undefined || owner.token?.kind !== "Keyword") return slot;
  const info = optionInfos(partial, owner.before).find(({ name }) => name === owner.token?.value);
  if (info !== undefined) return { kind: "option", info, regex: owner.regex, form: owner.form };
  const suffixed = optionInfos(partial, undefined).find(({ suffix }) => suffix === owner.token?.value);
  return suffixed?.suffixArgument === undefined ? undefined : { kind: "suffix", info: suffixed };
}

function ownerOf(tokens: readonly Token[]): Owner {
  const open = openBrace(tokens);
  const last = tokens.at(-1);
  const isName = isSign(last, "<");
  const end = open >= 0 ? open : tokens.length - (isName ? 1 : 0);
  const regex = tokens[end - 1]?.kind === "Keyword" && tokens[end - 1]?.value === "regex";
  const index = end - (regex ? 2 : 1);
  const inList = isSign(last, "=") || isSign(last, "=>") ? "value" : "key";
  return {
    token: tokens[index],
    before: tokens[index - 1],
    regex,
    form: open >= 0 ? inList : isName ? "name" : "plain",
  };
}

/** The place of the brace that is open behind these tokens; -1 where none is. */
export function openBrace(tokens: readonly Token[]): number {
  const last = tokens.findLastIndex((token) => isSign(token, "{") || isSign(token, "}"));
  return isSign(tokens[last], "{") ? last : -1;
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === "Punctuation" && token.value === sign;
}

/** The places that are not the argument of an option. */
function slotOfStatement(partial: PartialStatement, tokens: readonly Token[], owner: Owner): Slot | undefined {
  const isFirst = tokens.length === 1;
  switch (partial.kind) {
    case "MacroDefinition":
      return { kind: "macro-value" };
    case "IncludeDirective":
      return { kind: "path" };
    case "SettingDirective":
      return partial.info && { kind: "setting", info: partial.info };
    case "BounceDirective":
      return { kind: "delay" };
    case "CaDirective":
      return isFirst ? { kind: "definition", space: "ca" } : { kind: "path" };
    case "PkiDirective":
      return isFirst ? { kind: "definition", space: "pki" } : undefined;
    case "WrapperDirective":
      return partial.name === undefined ? { kind: "definition", space: "wrapper" } : { kind: "wrapper-command" };
    case "LimitDirective":
      if (owner.token?.value === "domain") return { kind: "domain" };
      return partial.scope && { kind: "limit", scope: partial.scope };
    case "ProcDirective":
      if (isFirst) return { kind: "definition", space: "proc" };
      return partial.command === undefined ? { kind: "command" } : undefined;
    case "TableDirective":
      return slotOfTable(partial, owner);
    case "ListenDirective":
      return owner.token?.value === "on" ? { kind: "interface" } : undefined;
    case "ActionDirective":
      return isFirst ? { kind: "definition", space: "action" } : undefined;
    case "MatchDirective":
      return owner.token?.value === "action" ? { kind: "reference", space: "action" } : undefined;
    default:
      return slotOfFilter(partial, owner, isFirst);
  }
}

function slotOfTable(partial: Extract<PartialStatement, { kind: "TableDirective" }>, { form }: Owner): Slot {
  if (partial.name === undefined) return { kind: "definition", space: "table" };
  return form === "plain" ? { kind: "config" } : { kind: "entry", table: partial.name.value, form };
}

function slotOfFilter({ kind }: PartialStatement, { token }: Owner, isFirst: boolean): Slot | undefined {
  if (isFirst) return { kind: "definition", space: "filter" };
  if (kind === "ChainFilterDirective") return { kind: "chain" };
  if (kind === "ProcFilterDirective") return { kind: "reference", space: "proc" };
  return kind === "ProcExecFilterDirective" && token?.value === "proc-exec" ? { kind: "command" } : undefined;
}

/** The options, conditions, decisions or parameters that a statement can have where it stands. */
export function optionInfos(partial: PartialStatement, before: Token | undefined): readonly OptionInfo[] {
  switch (partial.kind) {
    case "ListenDirective":
      return partial.socket === undefined ? interfaceOptions : socketOptions;
    case "ActionDirective":
      return actionInfos(partial.method?.name);
    case "MatchDirective":
      return isScope(before) ? (before.value === "from" ? fromConditions : forConditions) : plainConditions;
    case "PhaseFilterDirective":
      return [...filterConditions, ...filterDecisions];
    case "PkiDirective":
      return pkiParameters;
    case "ProcDirective":
    case "ProcExecFilterDirective":
      return processParameters;
    case "LimitDirective":
      return partial.scope === "mta" ? addressFamilies : [];
    default:
      return [];
  }
}

/** The method itself is among them: its argument may be what is written. */
function actionInfos(method: string | undefined): readonly OptionInfo[] {
  if (method === undefined) return [...deliveryMethods, relayMethod];
  if (method === "relay") return [relayMethod, ...relayOptions, ...closingOptions];
  return [...deliveryMethods, ...deliveryOptions, ...closingOptions];
}

function isScope(token: Token | undefined): token is Token {
  return token?.kind === "Keyword" && (token.value === "from" || token.value === "for");
}
