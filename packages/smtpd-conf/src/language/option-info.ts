import type { Change } from "./change.ts";
import type { KeywordName } from "./keywords.ts";
import type { LookupService } from "./lookup-services.ts";
import type { Availability } from "./releases.ts";
import type { TablePlace } from "./table-places.ts";
import type { ValueSyntax } from "./value-syntaxes.ts";

/**
 * What may follow a keyword: nothing; a string; a number; a port (number, service name, `smtp`, `smtps`); a size (number
 * or string); a table argument (`<name>`, a single value, an inline list or mapping); one filter name or an inline chain.
 */
export type ArgumentKind = "none" | "string" | "number" | "port" | "size" | "table" | "filters";

/** What a string can be the name of, when it is not just a value. */
export type ReferenceKind = "ca" | "filter" | "pki" | "wrapper";

/** One option of a statement, one condition of a rule, or one decision of a filter. */
export interface OptionInfo extends Availability {
  readonly name: KeywordName;
  readonly argument: ArgumentKind;
  /** The argument may be left out. */
  readonly optional?: boolean;
  /** `regex` may stand before the table, from this release on. */
  readonly regexSince?: Availability["since"];
  /** A word that may directly follow: `tls-require verify`. */
  readonly suffix?: KeywordName;
  /** The string that the suffix itself takes: `backup mx NAME`. */
  readonly suffixArgument?: "string";
  /** What the suffix adds. */
  readonly suffixManual?: string;
  /** What the argument is called in help texts. */
  readonly placeholder?: string;
  /** How the argument is written, where it is a string or size with a form of its own. */
  readonly syntax?: ValueSyntax;
  /** The argument is the name of one of these. */
  readonly refersTo?: ReferenceKind;
  /** The place whose rules its table must obey; absent where smtpd checks nothing. */
  readonly place?: TablePlace;
  /** What the table is asked for where there is no `place`. */
  readonly services?: readonly LookupService[];
  /** Options of one family exclude each other: a second one is refused. Absent: it may be repeated, the last one counts. */
  readonly family?: string;
  /** What it means when it is not given. */
  readonly default?: string;
  /** Two or three sentences of manual, in Markdown: words of the language stand in backquotes. */
  readonly manual: string;
  /** What later releases changed, oldest first. */
  readonly changes?: readonly Change[];
}
