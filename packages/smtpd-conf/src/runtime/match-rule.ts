import type { MatchDirective, Option } from "../parser/ast/nodes.ts";
import type { MatchService, RuntimeTable } from "./table.ts";
import type { TableMatcher } from "./table-matcher.ts";

/** What smtpd compares, in the order in which it does so whatever the order in the file (`ruleset_match()`). */
export const conditionNames = ["tag", "from", "for", "helo", "auth", "tls", "mail-from", "rcpt-to"] as const;

export type ConditionName = (typeof conditionNames)[number];

/** What a condition looks at. The last four are those of filters, which see a session in another way than rules do. */
export type ConditionSubject =
  | "tag"
  | "source"
  | "rdns"
  | "socket"
  | "domain"
  | "helo"
  | "authenticated"
  | "username"
  | "tls"
  | "sender"
  | "recipient"
  | "fcrdns"
  | "filter-rdns"
  | "filter-login"
  | "filter-sender";

/** One condition of a rule, also those that are in force without being written. */
export interface Condition {
  readonly kind: "Condition";
  readonly name: ConditionName;
  readonly subject: ConditionSubject;
  readonly negated: boolean;
  /** Absent where there is nothing to look up: `auth`, `tls`, `from socket`, `from rdns` on their own. */
  readonly table: RuntimeTable | undefined;
  readonly service: MatchService | undefined;
  /** Answers for the table. */
  readonly matcher: TableMatcher | undefined;
  /** What was written; undefined for a default such as `from local`. */
  readonly option: Option | undefined;
  /** This daemon cannot evaluate it: the search ends with a temporary failure. */
  readonly broken: boolean;
}

/** A `match` statement as the daemon holds it: defaults filled in, `from auth` and the like taken apart. */
export interface MatchRule {
  readonly kind: "MatchRule";
  /** From 1, in the order in which rules are tried. */
  readonly number: number;
  readonly directive: MatchDirective;
  /** In the order in which smtpd evaluates them; at most one of each name, always one of `from` and of `for`. */
  readonly conditions: readonly Condition[];
  /** The name of the action; undefined for `reject`. */
  readonly action: string | undefined;
}
