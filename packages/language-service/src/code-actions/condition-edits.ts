import {
  type Edit,
  type MatchDirective,
  type Option,
  printCondition,
  type Span,
  textOf,
  type WrittenCondition,
} from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";
import { hasComment, isWhole, isWrittenHere } from "./statement-parts.ts";

/** Writes other conditions into a rule. Those that it has already stay as they stand, with their macros. */
export function conditionEdits(
  snapshot: Snapshot,
  line: MatchDirective,
  conditions: readonly WrittenCondition[],
): readonly Edit[] {
  const span = spanOfConditions(snapshot, line);
  if (span === undefined) return [];
  return [{ span, text: ` ${conditions.map((one) => `${textFor(one, line.conditions)} `).join("")}` }];
}

/**
 * Where the conditions of a rule stand, with the blanks around them. Undefined where they cannot be written anew: a macro wrote
 * the words of one, or a comment stands between them.
 */
export function spanOfConditions(snapshot: Snapshot, line: MatchDirective): Span | undefined {
  const [match] = line.tokens;
  const decision = line.reject ?? line.tokens.at(-2);
  if (match === undefined || decision === undefined || !isWhole(snapshot, line)) return undefined;
  const span = { source: snapshot.source, start: match.end, end: decision.start };
  const words = line.conditions.flatMap(({ not, scope, keyword, regex }) => [not, scope, keyword, regex]);
  const isOurs = [match, decision, ...words].every((token) => token === undefined || isWrittenHere(snapshot, token));
  return isOurs && !hasCommentBetween(snapshot, span, line.conditions) ? span : undefined;
}

/** Comments within the list of a condition stay with it. */
function hasCommentBetween(snapshot: Snapshot, { start, end }: Span, conditions: readonly Option[]): boolean {
  const starts = [...conditions.map((option) => option.start), end];
  const ends = [start, ...conditions.map((option) => option.end)];
  return starts.some((next, index) => hasComment(snapshot, { start: ends[index] as number, end: next }));
}

function textFor(condition: WrittenCondition, options: readonly Option[]): string {
  const { name, scope, negated } = condition;
  const alike = options.filter((option) => option.name === name);
  const same = alike.find((option) => option.scope?.value === scope);
  if (same !== undefined) return textOf(same);
  const [other] = alike;
  if (other === undefined || name === "any" || name === "local") return printCondition(condition);
  const words = [scope, textOf({ ...other, start: other.keyword.start })].filter((word) => word !== undefined);
  return `${negated ? "!" : ""}${words.join(" ")}`;
}
