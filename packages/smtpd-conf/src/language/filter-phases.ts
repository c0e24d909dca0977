import type { KeywordName } from "./keywords.ts";
import type { OptionInfo } from "./option-info.ts";
import type { Availability } from "./releases.ts";

/** A stage of the SMTP session at which a filter can look, and what it can look at by then. */
export interface PhaseInfo extends Availability {
  readonly name: KeywordName;
  readonly conditions: readonly FilterConditionName[];
  readonly decisions: readonly FilterDecisionName[];
  readonly manual: string;
}

/** What a filter can look at. smtpd checks neither the kind nor the service of the tables used here. */
export const filterConditions = [
  { name: "fcrdns", argument: "none", manual: "" },
  { name: "rdns", argument: "table", optional: true, regexSince: "6.6.0", placeholder: "hostname", manual: "" },
  { name: "src", argument: "table", regexSince: "6.6.0", placeholder: "address", manual: "" },
  { name: "helo", argument: "table", regexSince: "6.6.0", placeholder: "helo-name", manual: "" },
  { name: "auth", argument: "table", optional: true, since: "6.7.1", regexSince: "6.7.1", placeholder: "username", manual: "" },
  { name: "mail-from", argument: "table", regexSince: "6.6.0", placeholder: "sender", manual: "" },
  { name: "rcpt-to", argument: "table", regexSince: "6.6.0", placeholder: "recipient", manual: "" },
] as const satisfies readonly OptionInfo[];

/** What a filter can do. */
export const filterDecisions = [
  { name: "reject", argument: "string", placeholder: "message", manual: "" },
  { name: "disconnect", argument: "string", placeholder: "message", manual: "" },
  { name: "rewrite", argument: "string", placeholder: "value", manual: "" },
  { name: "report", argument: "string", placeholder: "parameter", manual: "" },
  { name: "junk", argument: "none", manual: "" },
  { name: "bypass", argument: "none", since: "6.7.1", manual: "" },
] as const satisfies readonly OptionInfo[];

export type FilterConditionName = (typeof filterConditions)[number]["name"];
export type FilterDecisionName = (typeof filterDecisions)[number]["name"];

const source = ["fcrdns", "rdns", "src"] as const;
const greeting = [...source, "helo"] as const;
const login = [...greeting, "auth"] as const;
const sender = [...login, "mail-from"] as const;
const answers = ["reject", "disconnect", "rewrite", "report"] as const;
const all = [...answers, "junk", "bypass"] as const;

/** The phases of a builtin filter, in the order of an SMTP session. */
export const filterPhases = [
  { name: "connect", conditions: source, decisions: all, manual: "" },
  { name: "helo", conditions: greeting, decisions: all, manual: "" },
  { name: "ehlo", conditions: greeting, decisions: all, manual: "" },
  { name: "auth", since: "6.7.1", conditions: login, decisions: all, manual: "" },
  { name: "mail-from", conditions: sender, decisions: all, manual: "" },
  { name: "rcpt-to", conditions: [...sender, "rcpt-to"], decisions: all, manual: "" },
  { name: "data", conditions: sender, decisions: all, manual: "" },
  { name: "commit", conditions: sender, decisions: answers, manual: "" },
] as const satisfies readonly PhaseInfo[];
