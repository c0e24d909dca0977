import type { TableUse } from "../model/tables.ts";
import type { Option } from "../parser/ast/nodes.ts";

/**
 * What a regular expression that lets mail in is found in: the domain or address that mail is for, a client's name, or a
 * client's address. Undefined where what it finds is turned away, or where clients can say what they like.
 */
export type TrustedText = "recipient" | "name" | "address";

/** What a condition trusts, where all that its table matches is taken or spared. */
export function trustedText({ line, option }: TableUse): TrustedText | undefined {
  const text = texts[option.name];
  const isPositive = option.not === undefined;
  if (line.kind === "MatchDirective") return (line.reject === undefined) === isPositive ? text : undefined;
  if (line.kind !== "PhaseFilterDirective" || line.decision.name === "report") return undefined;
  return (line.decision.name === "bypass") === isPositive ? text : undefined;
}

const texts: { readonly [Name in Option["name"]]?: TrustedText } = {
  domain: "recipient",
  "rcpt-to": "recipient",
  rdns: "name",
  src: "address",
};
