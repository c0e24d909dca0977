import type { Argument, Option, PhaseFilterDirective } from "../parser/ast/nodes.ts";

/** What a condition asks, in one form for all ways to write it; whether it is negated is left out. */
export function conditionKey({ name, regex, argument }: Option): string {
  return JSON.stringify([name, regex !== undefined, argument === undefined ? null : argumentKey(argument)]);
}

/** Lists that smtpd reads as the same: one value stands for a list of one, and the order does not count. */
function argumentKey(argument: Argument): readonly string[] {
  if (argument.kind === "TableReference") return [`<${argument.name.value}>`];
  if (argument.kind === "InlineTable") return argument.entries.map(({ key }) => key.value.toLowerCase()).toSorted();
  return "value" in argument ? [argument.value.toLowerCase()] : [];
}

/** Whether a filter that matches ends its phase: everything but `report` does. */
export function decides({ decision }: PhaseFilterDirective): boolean {
  return decision.name !== "report";
}

/** Whether a filter that matches turns the client away. */
export function refuses({ decision }: PhaseFilterDirective): boolean {
  return decision.name === "reject" || decision.name === "disconnect";
}
