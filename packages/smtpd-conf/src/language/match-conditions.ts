import type { OptionInfo } from "./option-info.ts";

/** A condition of a `match` rule; `scope` is the word before it, for those that say where mail comes from or goes to. */
export interface ConditionInfo extends OptionInfo {
  readonly scope?: "from" | "for";
}

/** The conditions that stand on their own. */
export const plainConditions = [
  { name: "tag", argument: "table", regexSince: "6.6.0", family: "tag", placeholder: "tag", place: "match tag", manual: "" },
  { name: "helo", argument: "table", regexSince: "6.6.0", family: "helo", placeholder: "helo-name", place: "match helo", manual: "" },
  { name: "tls", argument: "none", family: "tls", manual: "" },
  { name: "auth", argument: "table", optional: true, regexSince: "6.6.0", family: "auth", placeholder: "username", place: "match auth", manual: "" },
  { name: "mail-from", argument: "table", regexSince: "6.6.0", family: "mail-from", placeholder: "sender", place: "match mail-from", manual: "" },
  { name: "rcpt-to", argument: "table", regexSince: "6.6.0", family: "rcpt-to", placeholder: "recipient", place: "match rcpt-to", manual: "" },
] as const satisfies readonly ConditionInfo[];

/** What may follow `from`: where mail comes from. */
export const fromConditions = [
  { scope: "from", name: "local", argument: "none", family: "from", manual: "" },
  { scope: "from", name: "any", argument: "none", family: "from", manual: "" },
  { scope: "from", name: "socket", argument: "none", family: "from", manual: "" },
  { scope: "from", name: "src", argument: "table", regexSince: "6.6.0", family: "from", placeholder: "address", place: "match from src", manual: "" },
  { scope: "from", name: "rdns", argument: "table", optional: true, since: "6.6.0", regexSince: "6.6.0", family: "from", placeholder: "hostname", place: "match from rdns", manual: "" },
  { scope: "from", name: "auth", argument: "table", optional: true, since: "6.7.1", regexSince: "6.7.1", family: "from", placeholder: "username", place: "match from auth", manual: "" },
  { scope: "from", name: "mail-from", argument: "table", since: "6.7.1", regexSince: "6.7.1", family: "from", placeholder: "sender", place: "match from mail-from", manual: "" },
] as const satisfies readonly ConditionInfo[];

/** What may follow `for`: where mail goes to. */
export const forConditions = [
  { scope: "for", name: "local", argument: "none", family: "for", manual: "" },
  { scope: "for", name: "any", argument: "none", family: "for", manual: "" },
  { scope: "for", name: "domain", argument: "table", regexSince: "6.6.0", family: "for", placeholder: "domain", place: "match for domain", manual: "" },
  { scope: "for", name: "rcpt-to", argument: "table", since: "6.7.1", regexSince: "6.7.1", family: "for", placeholder: "recipient", place: "match for rcpt-to", manual: "" },
] as const satisfies readonly ConditionInfo[];
