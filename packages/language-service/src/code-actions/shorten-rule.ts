import { canFollow, type Edit, type MatchDirective, type Option, removal, type TableArgument } from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";
import type { Offer } from "./offer.ts";
import type { Place } from "./place.ts";
import { isWrittenHere } from "./statement-parts.ts";

/** Writes a rule with fewer conditions: without `from local` and `for local`, and `from auth` for `from any auth`. */
export function shortenRule({ snapshot, line }: Place): readonly Offer[] {
  if (line?.kind !== "MatchDirective") return [];
  const edits = (["from", "for"] as const).flatMap((scope) => shorterBy(scope, line, snapshot));
  if (edits.length === 0) return [];
  return [{ title: "Write the rule shorter", kind: "refactor.rewrite.shorten", edits: () => edits, keeps: "meaning" }];
}

function shorterBy(scope: "from" | "for", line: MatchDirective, snapshot: Snapshot): readonly Edit[] {
  const [option, ...others] = line.conditions.filter((one) => one.scope?.value === scope);
  if (option === undefined || option.not !== undefined || others.length > 0) return [];
  if (option.name === "local" && !isTelling(scope, line, snapshot)) return without(line, option);
  const taker = option.name === "any" ? takerOf(scope, line.conditions, snapshot) : undefined;
  if (taker === undefined || !isWrittenHere(snapshot, taker.keyword)) return [];
  const { source, start } = taker.keyword;
  const removed = without(line, option);
  return removed.length === 0 ? [] : [...removed, { span: { source, start, end: start }, text: `${scope} ` }];
}

/** Where readers would take a rule for something else without `local`, and smtpd-lint says so. */
function isTelling(
  scope: "from" | "for",
  { conditions, reject, action }: MatchDirective,
  { model }: Snapshot,
): boolean {
  if (scope === "from") return conditions.some(({ name }) => name === "domain");
  return (
    reject !== undefined ||
    model.actions.some(({ name, method }) => name.value === action?.value && method.name === "relay")
  );
}

/** The condition that can take `from any` or `for any` into itself. */
function takerOf(scope: "from" | "for", conditions: readonly Option[], { model }: Snapshot): Option | undefined {
  const isTwice = (name: Option["name"]) => conditions.filter((one) => one.name === name).length > 1;
  return conditions.find(({ scope: own, name, argument }) => {
    return own === undefined && !isTwice(name) && canFollow(scope, name, argument as TableArgument | undefined, model);
  });
}

function without(line: MatchDirective, option: Option): readonly Edit[] {
  return removal("", line, option, true)[0]?.edits ?? [];
}
