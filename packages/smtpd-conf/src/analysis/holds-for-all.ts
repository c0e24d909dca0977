import { evaluateCondition } from "../runtime/decide.ts";
import { type Envelope, plainEnvelope } from "../runtime/envelope.ts";
import type { Condition, ConditionSubject } from "../runtime/match-rule.ts";
import { literal } from "./literal.ts";
import { solveText, type TextDimension } from "./solve-text.ts";

/**
 * Whether all mail meets a condition, whatever else is known of it: `from any`, `for domain "*"`, `helo regex "."`,
 * `mail-from "@"`. Proven; says no where it cannot be told.
 */
export function holdsForAll(condition: Condition, delimiter: string): boolean {
  const { subject, table, negated, option, broken } = condition;
  if (broken || table?.kind !== "KnownTable") return false;
  if (subject === "source") return !negated && table.name === "<anyhost>" && (option?.name ?? "any") === "any";
  const dimension = dimensions[subject];
  if (dimension === undefined) return false;
  const isMissed = (text: string) => evaluateCondition(condition, envelopeWith(dimension, text)) === "no-match";
  return solveText(dimension, [literal(condition, false)], [], delimiter, isMissed).kind === "none";
}

const dimensions: { readonly [Subject in ConditionSubject]?: "helo" | "sender" | "recipient" } = {
  helo: "helo",
  sender: "sender",
  domain: "recipient",
  recipient: "recipient",
};

function envelopeWith(dimension: TextDimension, text: string): Envelope {
  const field = { helo: "helo", sender: "mailFrom", recipient: "rcptTo", rdns: "rdns", username: "username" } as const;
  return { ...plainEnvelope, source: "", rcptTo: "", [field[dimension]]: text };
}
