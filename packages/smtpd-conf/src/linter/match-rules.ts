import type { Option } from "../parser/ast/nodes.ts";
import { type Span, textOf } from "../parser/source.ts";
import type { MatchRule } from "../runtime/match-rule.ts";
import type { RelatedPlace } from "./diagnostic.ts";
import { firstToken } from "./place.ts";

/** Where a rule is pointed at as a whole: its first word. */
export function ruleSpan({ directive }: MatchRule): Span {
  return firstToken(directive);
}

/** `rule 2`, `rules 2 and 5`: rules as smtpd counts them. */
export function ruleNames(rules: readonly MatchRule[]): string {
  const numbers = rules.map(({ number }) => String(number));
  if (numbers.length === 1) return `rule ${numbers[0]}`;
  return `rules ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}

/** The places of rules, each with its text. */
export function rulePlaces(rules: readonly MatchRule[]): readonly RelatedPlace[] {
  return rules.map((rule) => ({ span: ruleSpan(rule), message: `Rule ${rule.number}: ${shortText(rule)}` }));
}

const longestText = 72;

function shortText({ directive }: MatchRule): string {
  const text = textOf(directive).replace(/\\?\s+/g, " ");
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}

/** The option of a rule with this name behind `from`, `for` or on its own. */
export function optionOf(
  { directive }: Pick<MatchRule, "directive">,
  scope: "from" | "for" | undefined,
  ...names: readonly Option["name"][]
): Option | undefined {
  return directive.conditions.find(
    (option) => option.scope?.value === scope && (names.length === 0 || names.includes(option.name)),
  );
}

/** Whether a rule says where mail comes from, or goes to; if not, it is `local`. */
export function says({ directive }: Pick<MatchRule, "directive">, scope: "from" | "for"): boolean {
  return directive.conditions.some((option) => option.scope?.value === scope);
}
