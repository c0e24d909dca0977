import type { LimitScope } from "../../language/limits.ts";
import type { OptionInfo } from "../../language/option-info.ts";
import type { SettingInfo } from "../../language/settings.ts";
import type { Keyword, NumberWord, Token, Word } from "../lexer/token.ts";
import type { Source, Span } from "../source.ts";

/** A newline within braces that only 7.5 and later take: after `{`, after a comma, or before `}`. */
export interface LateNewline {
  readonly newline: Token;
  /** Where an older release stops: at the newline, or at the `}` behind it. */
  readonly refusedAt: Token;
}

/** `{ a, b }` or `{ a = b }` where a table is expected. */
export interface InlineTable extends Span {
  readonly kind: "InlineTable";
  readonly entries: readonly Entry[];
  readonly lateNewline: LateNewline | undefined;
}

/** One entry of an inline table: a value, or a key with its value. */
export interface Entry extends Span {
  readonly kind: "Entry";
  readonly key: Word;
  readonly value: Word | undefined;
}

/** `<name>` */
export interface TableReference extends Span {
  readonly kind: "TableReference";
  readonly name: Word;
}

/** What stands where a table is expected; a single string is a list of one entry. */
export type TableArgument = Word | TableReference | InlineTable;

/** `{ a, b }` where filters are expected. */
export interface FilterList extends Span {
  readonly kind: "FilterList";
  readonly names: readonly Word[];
  readonly lateNewline: LateNewline | undefined;
}

export type Argument = Word | NumberWord | Keyword | TableReference | InlineTable | FilterList;

/**
 * An option of a statement, a condition of a rule or filter, or what an action or a filter does: a keyword with what
 * belongs to it. `[!] [from|for] KEYWORD [regex] [argument] [suffix [suffixArgument]]`
 */
export interface Option extends Span {
  readonly kind: "Option";
  readonly name: OptionInfo["name"];
  readonly info: OptionInfo;
  readonly not: Token | undefined;
  readonly scope: Keyword | undefined;
  readonly keyword: Keyword;
  readonly regex: Keyword | undefined;
  readonly argument: Argument | undefined;
  readonly suffix: Keyword | undefined;
  readonly suffixArgument: Word | undefined;
}

/** `KEY NUMBER` in a `limit` statement. */
export interface Limit extends Span {
  readonly kind: "Limit";
  readonly name: Word;
  readonly value: NumberWord;
}

interface StatementBase extends Span {
  readonly source: Source;
  /** Everything of the statement in order, without the newline that ends it. */
  readonly tokens: readonly Token[];
}

/** `name = value` */
export interface MacroDefinition extends StatementBase {
  readonly kind: "MacroDefinition";
  readonly name: Word;
  readonly value: Word;
}

/** `include path` */
export interface IncludeDirective extends StatementBase {
  readonly kind: "IncludeDirective";
  readonly path: Word;
}

/** `queue ttl 4d` and the like. */
export interface SettingDirective extends StatementBase {
  readonly kind: "SettingDirective";
  /** The words of the setting: `queue ttl`. */
  readonly name: string;
  readonly info: SettingInfo;
  readonly value: Word | NumberWord | undefined;
}

/** `bounce warn-interval delay[, delay…]` */
export interface BounceDirective extends StatementBase {
  readonly kind: "BounceDirective";
  readonly delays: readonly Word[];
}

/** `ca name cert path` */
export interface CaDirective extends StatementBase {
  readonly kind: "CaDirective";
  readonly name: Word;
  readonly cert: Word;
}

/** `pki name [cert path | key path | dhe mode]…` */
export interface PkiDirective extends StatementBase {
  readonly kind: "PkiDirective";
  readonly name: Word;
  readonly options: readonly Option[];
}

/** `smtp limit …`, `mda limit …`, `scheduler limit …`, `mta limit [for domain name] …` */
export interface LimitDirective extends StatementBase {
  readonly kind: "LimitDirective";
  readonly scope: LimitScope;
  readonly domain: Word | undefined;
  readonly limits: readonly Limit[];
  /** `inet4` and `inet6` of `mta limit`. */
  readonly options: readonly Option[];
}

/** `mda wrapper name command` */
export interface WrapperDirective extends StatementBase {
  readonly kind: "WrapperDirective";
  readonly name: Word;
  readonly command: Word;
}

/** `proc name command [user | group | chroot …]…` */
export interface ProcDirective extends StatementBase {
  readonly kind: "ProcDirective";
  readonly name: Word;
  readonly command: Word;
  readonly options: readonly Option[];
}

/** `filter name proc process` */
export interface ProcFilterDirective extends StatementBase {
  readonly kind: "ProcFilterDirective";
  readonly name: Word;
  readonly proc: Word;
}

/** `filter name proc-exec command [user | group | chroot …]…` */
export interface ProcExecFilterDirective extends StatementBase {
  readonly kind: "ProcExecFilterDirective";
  readonly name: Word;
  readonly command: Word;
  readonly options: readonly Option[];
}

/** `filter name phase phase match condition decision` */
export interface PhaseFilterDirective extends StatementBase {
  readonly kind: "PhaseFilterDirective";
  readonly name: Word;
  readonly phase: Keyword;
  readonly condition: Option;
  readonly decision: Option;
}

/** `filter name chain { filter, … }` */
export interface ChainFilterDirective extends StatementBase {
  readonly kind: "ChainFilterDirective";
  readonly name: Word;
  readonly filters: FilterList;
}

/** `table name config` or `table name { … }` */
export interface TableDirective extends StatementBase {
  readonly kind: "TableDirective";
  readonly name: Word;
  readonly config: Word | undefined;
  readonly entries: InlineTable | undefined;
}

/** `listen on interface …` or `listen on socket …` */
export interface ListenDirective extends StatementBase {
  readonly kind: "ListenDirective";
  readonly interface: Word | undefined;
  readonly socket: Keyword | undefined;
  readonly options: readonly Option[];
}

/** `action name method …` */
export interface ActionDirective extends StatementBase {
  readonly kind: "ActionDirective";
  readonly name: Word;
  /** `mbox`, `maildir`, `lmtp`, `mda`, `forward-only`, `expand-only` or `relay`. */
  readonly method: Option;
  readonly options: readonly Option[];
}

/** `match condition… action name` or `match condition… reject` */
export interface MatchDirective extends StatementBase {
  readonly kind: "MatchDirective";
  readonly conditions: readonly Option[];
  readonly reject: Keyword | undefined;
  readonly action: Word | undefined;
}

export type Statement =
  | MacroDefinition
  | IncludeDirective
  | SettingDirective
  | BounceDirective
  | CaDirective
  | PkiDirective
  | LimitDirective
  | WrapperDirective
  | ProcDirective
  | ProcFilterDirective
  | ProcExecFilterDirective
  | PhaseFilterDirective
  | ChainFilterDirective
  | TableDirective
  | ListenDirective
  | ActionDirective
  | MatchDirective;

export type FilterDirective =
  | ProcFilterDirective
  | ProcExecFilterDirective
  | PhaseFilterDirective
  | ChainFilterDirective;

type PartOf<S> = S extends Statement ? Partial<Omit<S, "kind">> & { readonly kind: S["kind"] } : never;

/** What could be read of a statement before its mistake: any part but the kind may be missing. */
export type PartialStatement = PartOf<Statement>;

/** A logical line that is no statement of the language. */
export interface BrokenStatement extends StatementBase {
  readonly kind: "BrokenStatement";
  readonly partial: PartialStatement | undefined;
}

export type Line = Statement | BrokenStatement;
export type LineKind = Line["kind"];
