import type { NameSpace, Reference } from "../model/symbols.ts";
import type { CheckContext, Problem, Visitor } from "./check.ts";
import { eitherOf, suggestionsFor } from "./suggestions.ts";

/** Reports the names of one name space that are used and never defined. */
export function undefinedNames(context: CheckContext, space: NameSpace, noun: string): Visitor {
  return {
    Reference: (reference) => {
      if (reference.space !== space || reference.state !== "undefined") return;
      context.report(undefinedName(context, reference, noun));
    },
  };
}

function undefinedName({ model }: CheckContext, reference: Reference, noun: string): Problem {
  const names = model.definitions.filter(({ space }) => space === reference.space).map(({ name }) => name);
  const near = suggestionsFor(reference.name, new Set(names));
  const message = `There is no ${noun} "${reference.word.value}".`;
  return { span: reference.word, message, help: helpFor(near, new Set(names), noun), fixes: [] };
}

function helpFor(near: readonly string[], names: ReadonlySet<string>, noun: string): string {
  if (near.length > 0) return `Did you mean ${eitherOf(near)}?`;
  if (names.size === 0) return `The configuration defines no ${noun} at all.`;
  const listed = [...names].slice(0, 6);
  const more = names.size > listed.length ? `, and ${names.size - listed.length} more` : "";
  return `Defined are ${listed.map((name) => `"${name}"`).join(", ")}${more}.`;
}
