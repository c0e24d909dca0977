import { evaluateCondition } from "../runtime/decide.ts";
import { type Envelope, plainEnvelope } from "../runtime/envelope.ts";
import type { Condition, ConditionSubject } from "../runtime/match-rule.ts";
import { literal } from "./literal.ts";
import { solveText } from "./solve-text.ts";

/**
 * Whether all mail meets a condition, whatever else is known of it: `for domain "*"`, `helo regex "."`, `mail-from "@"`.
 * Looks at greetings and addresses only. A yes is proven; it says no where it cannot be told.
 */
export function holdsForAll(condition: Condition, delimiter: string): boolean {
  const dimension = dimensions[condition.subject];
  if (dimension === undefined || condition.broken || condition.table?.kind !== "KnownTable") return false;
  const isMissed = (text: string) => evaluateCondition(condition, envelopeWith(dimension, text)) === "no-match";
  return solveText(dimension, [literal(condition, false)], { delimiter }, isMissed).kind === "none";
}

const fields = { helo: "helo", sender: "mailFrom", recipient: "rcptTo" } as const;

const dimensions: { readonly [Subject in ConditionSubject]?: keyof typeof fields } = {
  helo: "helo",
  sender: "sender",
  domain: "recipient",
  recipient: "recipient",
};

function envelopeWith(dimension: keyof typeof fields, text: string): Envelope {
  return { ...plainEnvelope, source: "", rcptTo: "", [fields[dimension]]: text };
}
