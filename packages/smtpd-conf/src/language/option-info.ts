import type { KeywordName } from "./keywords.ts";
import type { Availability } from "./releases.ts";
import type { TablePlace } from "./table-places.ts";

/**
 * What may follow a keyword: nothing; a string; a number; a port (number, service name, `smtp`, `smtps`); a size (number
 * or string); a table argument (`<name>`, a single value, an inline list or mapping); one filter name or an inline chain.
 */
export type ArgumentKind = "none" | "string" | "number" | "port" | "size" | "table" | "filters";

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
  /** What the argument is called in help texts. */
  readonly placeholder?: string;
  /** The place whose rules its table must obey; absent where smtpd checks nothing. */
  readonly place?: TablePlace;
  /** Options of one family exclude each other: a second one is refused. Absent: it may be repeated, the last one counts. */
  readonly family?: string;
  /** What it means when it is not given. */
  readonly default?: string;
  /** Two or three sentences of manual. */
  readonly manual: string;
}
